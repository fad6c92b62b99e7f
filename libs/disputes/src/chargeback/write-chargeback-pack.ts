import { PdfDocument } from '@app/files';
import { Money } from '@app/kernel';

import type { ChargebackPack, EvidencedLine } from './chargeback-evidence.ts';

/** The pack as one PDF, in English: for a bank to read. Instants in the client's own zone. */
export async function writeChargebackPack(pack: ChargebackPack, madeAt: Date): Promise<Buffer> {
  const { invoice, lines, entries } = pack;
  const at = (instant: Date) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: invoice.zone }).format(
      instant,
    );
  const document = new PdfDocument({
    title: `Evidence of service: invoice ${invoice.number}`,
    language: 'en',
    madeAt,
    footer: `Kontor, invoice ${invoice.number}`,
    pageOf: (page, pages) => `Page ${page} of ${pages}`,
  });
  document.paragraph(
    `${invoice.business} (${invoice.clientName}, ${invoice.clientEmail}) hired virtual assistants by the hour. ` +
      `Invoice ${invoice.number} of ${at(invoice.issuedAt)} bills the week from ${at(invoice.weekStart)} to ${at(invoice.weekEnd)} ` +
      `(${invoice.zone}): ${Money.usd(invoice.totalCents).toString()}` +
      (invoice.paidAt ? `, paid on ${at(invoice.paidAt)}.` : '.'),
  );
  for (const line of lines) {
    document.heading(`${line.assistant}: ${line.title}`).paragraph(agreedOn(line, at));
    const rows = entries
      .filter(({ lineId }) => lineId === line.id)
      .map(({ start, end, note }) => [at(start), at(end), note]);
    if (rows.length > 0)
      document.table({
        columns: [
          { label: 'From', share: 2 },
          { label: 'To', share: 2 },
          { label: 'What was done', share: 5 },
        ],
        rows,
      });
  }
  return document.finish();
}

function agreedOn(
  { offeredAt, startedAt, accepted, acceptedAt, amountCents, feeCents }: EvidencedLine,
  at: (at: Date) => string,
) {
  const amounts = `${Money.usd(amountCents).toString()} and a service fee of ${Money.usd(feeCents).toString()}`;
  const contract = `Offered by the client on ${at(offeredAt)}${startedAt ? `, accepted on ${at(startedAt)}` : ''}. Billed: ${amounts}.`;
  if (accepted === null || acceptedAt === null) return contract;
  const how = accepted === 'approved' ? 'The client approved the hours' : 'The review ended without an objection';
  return `${contract} ${how} on ${at(acceptedAt)}.`;
}
