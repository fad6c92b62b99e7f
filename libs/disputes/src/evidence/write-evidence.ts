import { PdfDocument } from '@app/files';
import { Money } from '@app/kernel';

import type { DisputeInDetail } from '../dispute-details.ts';
import type { EvidenceContent } from './evidence-content.ts';
import type { EvidencePack } from './evidence-packs.ts';

const UNTITLED = '(nothing)';

/** The frozen pack and what was added to it, to be printed. Instants in the client's own zone, which is named. */
export async function writeEvidence(pack: EvidencePack, added: DisputeInDetail, madeAt: Date): Promise<Buffer> {
  const content = JSON.parse(pack.content) as EvidenceContent;
  const { dispute, week } = content;
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: week.zone });
  const at = (instant: string | Date) => words.format(new Date(instant));
  const document = new PdfDocument({
    title: `Evidence in dispute ${dispute.number}`,
    language: 'en',
    madeAt,
    footer: `Kontor, dispute ${dispute.number}, frozen ${at(pack.frozenAt)} (${week.zone})`,
    pageOf: (page, pages) => `Page ${page} of ${pages}`,
  });
  writeFrozen(document, pack, content, at);
  writeAdded(document, added, at);
  return document.finish();
}

type At = (instant: string | Date) => string;

function writeFrozen(document: PdfDocument, pack: EvidencePack, content: EvidenceContent, at: At): void {
  const { dispute, contract, week, invoice } = content;
  document
    .paragraph(`Everything in this part was frozen on ${at(pack.frozenAt)}. Times are those of ${week.zone}.`)
    .facts([
      ['SHA-256 of the pack', pack.sha256],
      ['Disputed because', `${dispute.ground.replaceAll('_', ' ')}: ${dispute.reason}`],
      ['Client', contract.client.name],
      ['Assistant', contract.assistant.name],
      ['Contract', contract.title],
      [
        'Rate an hour',
        `${Money.usd(contract.rateCents).toString()}, at most ${contract.weeklyLimitMinutes} minutes a week`,
      ],
      ['Offered', at(contract.offeredAt)],
      ['Begun', contract.startedAt === null ? UNTITLED : at(contract.startedAt)],
      ['Week', `${at(week.start)} to ${at(week.end)}`],
      ['Invoice', `${invoice.number}, issued ${at(invoice.issuedAt)}, in review until ${at(invoice.reviewEndsAt)}`],
    ])
    .heading('Time that was billed')
    .table({
      columns: [
        { label: 'From', share: 2 },
        { label: 'To', share: 2 },
        { label: 'Logged by', share: 1 },
        { label: 'Note', share: 4 },
      ],
      rows: content.entries.map(({ start, end, source, note }) => [at(start), at(end), source, note]),
    })
    .heading('Every version of it')
    .table({
      columns: [
        { label: 'When', share: 2 },
        { label: 'Who', share: 2 },
        { label: 'What', share: 1 },
        { label: 'After it', share: 5 },
      ],
      rows: content.versions.map(({ at: when, by, change, after, reason }) => [
        at(when),
        by ?? 'Kontor',
        change,
        [after ? `${at(after.start)} to ${after.end ? at(after.end) : 'now'}: ${after.note}` : 'gone', reason ?? '']
          .filter((part) => part !== '')
          .join(' · '),
      ]),
    });
  if (content.questions.length > 0) {
    document.heading('Questions and answers').table({
      columns: [
        { label: 'When', share: 2 },
        { label: 'Question', share: 4 },
        { label: 'Answer', share: 4 },
      ],
      rows: content.questions.map(({ askedAt, askedBy, question, answer }) => [
        at(askedAt),
        `${askedBy}: ${question}`,
        answer ?? UNTITLED,
      ]),
    });
  }
  document.heading('What happened when').table({
    columns: [
      { label: 'When', share: 2 },
      { label: 'What', share: 2 },
      { label: 'From', share: 2 },
      { label: 'To', share: 2 },
    ],
    rows: content.history.map(({ at: when, machine, from, to }) =>
      [at(when), machine, from, to].map((cell) => cell.replaceAll('_', ' ')),
    ),
  });
}

function writeAdded(document: PdfDocument, { statements, decisions }: DisputeInDetail, at: At): void {
  document.heading('Said and added by the sides').table({
    columns: [
      { label: 'When', share: 2 },
      { label: 'Who', share: 2 },
      { label: 'What', share: 6 },
    ],
    rows: statements.map(({ at: when, side, by, text, file }) => [
      at(when),
      by?.name ?? side,
      file ? `${file.name} (SHA-256 ${file.sha256}) ${text}` : text,
    ]),
  });
  for (const { round, decidedAt, lines } of decisions) {
    if (!decidedAt) continue;
    document.heading(round === 1 ? `Decision of ${at(decidedAt)}` : `Decision of the appeal, ${at(decidedAt)}`).table({
      columns: [
        { label: 'Verdict', share: 1 },
        { label: 'Goes back', share: 1, align: 'right' },
        { label: 'Rule', share: 2 },
        { label: 'Reason', share: 5 },
      ],
      rows: lines.map(({ verdict, refundSeconds, ruleId, reason }) => [verdict, `${refundSeconds} s`, ruleId, reason]),
    });
  }
}
