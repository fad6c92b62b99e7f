import { PdfDocument, type PdfTable } from '@app/files';
import { Money } from '@app/kernel';

import { day, hours, instant, percent, week } from './document-words.ts';
import type { DocumentCorrection, DocumentLine, DocumentPayment, InvoiceInDetail } from './invoice-document.queries.ts';

/** The invoice as a PDF, in the client's own zone. A receipt too, once it is paid. */
export function writeInvoice({ invoice, lines, payment, corrections }: InvoiceInDetail, now: Date): Promise<Buffer> {
  const { number, clientName, zone } = invoice;
  const title = `${invoice.paidAt ? 'Invoice and receipt' : 'Invoice'} ${number}`;
  const pdf = new PdfDocument({
    title,
    language: 'en',
    madeAt: now,
    footer: `Kontor · ${title} · ${clientName}`,
    pageOf: (page, pages) => `Page ${page} of ${pages}`,
  });
  pdf
    .facts([
      ['For', `${clientName}, ${country(payment.country)}`],
      ['From', 'Kontor, for the assistants named below'],
      ['Issued', day(invoice.issuedAt, zone)],
      ['Work week', week(invoice.weekStart, invoice.weekEnd, zone)],
      ['Days are those of', zone],
    ])
    .heading('Lines')
    .table(tableOf(lines, zone))
    .heading('Total')
    .facts(totals(invoice, corrections))
    .heading('Payment')
    .facts(paid(invoice, payment));
  if (corrections.length > 0) pdf.heading('What went back').table(whatWentBack(corrections, zone));
  return pdf.finish();
}

function tableOf(lines: readonly DocumentLine[], zone: string): PdfTable {
  return {
    columns: [
      { label: 'Work', share: 5 },
      { label: 'Week', share: 4 },
      { label: 'Time', share: 2, align: 'right' },
      { label: 'Rate', share: 2, align: 'right' },
      { label: 'Amount', share: 2.4, align: 'right' },
      { label: 'Service fee', share: 2.6, align: 'right' },
    ],
    rows: lines.map((line) => [
      `${line.title}\n${line.assistantName}${kinds[line.kind]}`,
      line.weekStart && line.weekEnd ? week(line.weekStart, line.weekEnd, zone) : '',
      line.minutes === null ? '' : hours(line.minutes),
      line.rateCents === null ? '' : `${money(line.rateCents)}/h`,
      money(line.amountCents),
      `${money(line.feeCents)} (${percent(line.feeBp)})`,
    ]),
  };
}

function totals(
  invoice: InvoiceInDetail['invoice'],
  corrections: readonly DocumentCorrection[],
): [label: string, value: string][] {
  const credited = Money.sum(
    corrections.filter(({ kind }) => kind === 'credit_note').map(({ cents }) => Money.usd(cents)),
  );
  const total = Money.usd(invoice.totalCents);
  const rows: [string, string][] = [
    ['Work', money(invoice.subtotalCents)],
    ['Service fee', money(invoice.feeCents)],
    ['Total', `${total.toString()} USD`],
  ];
  if (credited.cents === 0) return rows;
  return [
    ...rows,
    ['Credited before payment', `-${credited.toString()}`],
    ['To pay', money(total.minus(credited).cents)],
  ];
}

function paid(invoice: InvoiceInDetail['invoice'], payment: DocumentPayment): [label: string, value: string][] {
  const { state, paidAt, zone } = invoice;
  if (!paidAt) return [['Not paid', unpaid[state] ?? 'The card on file is charged.']];
  const by = payment.last4 ? `${brand(payment.brand)} ending in ${payment.last4}` : 'Card';
  return [
    ['Paid', instant(paidAt, zone)],
    ['By', by],
    ['Payment reference', payment.chargeId ?? ''],
  ];
}

function whatWentBack(corrections: readonly DocumentCorrection[], zone: string): PdfTable {
  return {
    columns: [
      { label: 'Date', share: 2 },
      { label: 'What', share: 4 },
      { label: 'Amount', share: 2, align: 'right' },
    ],
    rows: corrections.map(({ at, kind, number, cents, state }) => [
      day(at, zone),
      kind === 'credit_note' ? `Credit note ${number}` : `Refund to the card: ${refunds[state ?? ''] ?? 'on its way'}`,
      money(cents),
    ]),
  };
}

const kinds = { time: '', late_time: ' (time agreed later)', bonus: ' (bonus)' } as const;

const unpaid: Readonly<Record<string, string>> = {
  issued: 'The card on file is charged.',
  charging: 'The card is being charged.',
  past_due: 'The charge was refused. It is tried again, or pay with another card in Kontor.',
  uncollectible: 'It was not paid in time.',
  void: 'Void: nothing is to be paid.',
};

const refunds: Readonly<Record<string, string>> = {
  due: 'decided',
  sending: 'being sent',
  sent: 'sent',
  arrived: 'arrived',
  refused: 'refused by the bank, being looked into',
  failed: 'refused by the bank, being looked into',
  consumed: 'settled by the chargeback',
  paid_otherwise: 'paid by other means',
};

function money(cents: number): string {
  return Money.usd(cents).toString();
}

function brand(name: string | null): string {
  return name ? name.charAt(0).toUpperCase() + name.slice(1) : 'Card';
}

function country(code: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
}
