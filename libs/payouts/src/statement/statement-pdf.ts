import { day, hours, week } from '@app/billing';
import { PdfDocument, type PdfTable } from '@app/files';
import { Money } from '@app/kernel';

import { type BankPayout, type Movement, type MovementKind, reasons, type Statement, totalOf } from './statement.ts';

const summed: readonly MovementKind[] = [
  'earned',
  'given_back',
  'unpaid',
  'taken_back',
  'written_off',
  'other',
  'sent',
];
const payoutStates = {
  pending: 'on its way',
  in_transit: 'on its way',
  paid: 'paid',
  failed: 'failed',
  canceled: 'canceled',
};

/** The statement as a PDF, in the assistant's own zone. */
export function statementPdf(statement: Statement, now: Date): Promise<Buffer> {
  const { name, month, movements, bankPayouts } = statement;
  const title = `Statement of ${monthWords(statement)}`;
  const pdf = new PdfDocument({
    title,
    language: 'en',
    madeAt: now,
    footer: `Kontor · ${title} · ${name}`,
    pageOf: (page, pages) => `Page ${page} of ${pages}`,
  });
  pdf.facts([
    ['For', name],
    ['From', `${day(month.from, month.zone)}, 00:00`],
    [
      'To',
      month.to > now
        ? `${day(now, month.zone)}: the month is not over`
        : `${day(lastDay(month.to), month.zone)}, 24:00`,
    ],
    ['Days are those of', month.zone],
  ]);
  pdf.heading('Summary').facts(summary(statement));
  pdf.heading('Earned by client and week');
  const earned = movements.filter(({ kind }) => kind === 'earned');
  if (earned.length > 0) pdf.table(earnedTable(earned, totalOf(statement, 'earned'), month.zone));
  else pdf.paragraph('Nothing was invoiced in this month.', { quiet: true });

  pdf.heading('Every other amount, its date and its reason');
  const others = movements.filter(({ kind }) => kind !== 'earned');
  if (others.length > 0) pdf.table(othersTable(others, month.zone));
  else pdf.paragraph('Nothing else moved in this month.', { quiet: true });

  pdf.heading('Paid out by Stripe to your bank');
  if (bankPayouts.length > 0) pdf.table(payoutsTable(bankPayouts, month.zone));
  else pdf.paragraph('Stripe paid nothing out in this month.', { quiet: true });
  return pdf.finish();
}

function summary(statement: Statement): [label: string, value: string][] {
  const moved = summed
    .map((kind) => [reasons[kind], totalOf(statement, kind)] as const)
    .filter(([, cents]) => cents !== 0)
    .map(([label, cents]): [string, string] => [label, money(cents)]);
  const recovered = statement.movements
    .filter(({ kind }) => kind === 'recovered')
    .reduce((sum, { debtCents }) => sum + debtCents, 0);
  const rows: [string, string][] = [
    ['Not sent yet at the start', money(statement.openingCents)],
    ...moved,
    ['Not sent yet at the end', `${money(statement.closingCents)} USD`],
    ["Kontor's fee", `${money(0)}: your clients pay it, beside what you earn`],
  ];
  if (recovered !== 0) rows.push(['Debt recovered', `${money(recovered)}, kept back from transfers`]);
  if (statement.debtCents !== 0) rows.push(['Debt left', money(statement.debtCents)]);
  return rows;
}

function earnedTable(movements: readonly Movement[], total: number, zone: string): PdfTable {
  return {
    columns: [
      { label: 'Invoiced', share: 3 },
      { label: 'Client', share: 4 },
      { label: 'Work week', share: 4 },
      { label: 'Time', share: 2, align: 'right' },
      { label: 'Rate', share: 2.2, align: 'right' },
      { label: 'Amount', share: 2.6, align: 'right' },
    ],
    rows: movements.map(({ at, client, weekStart, weekEnd, minutes, rateCents, cents, lineKind }) => [
      day(at, zone),
      client ?? '',
      weekStart && weekEnd ? week(weekStart, weekEnd, zone) : lineKind === 'bonus' ? 'Bonus' : '',
      minutes === null ? '' : hours(minutes),
      rateCents === null ? '' : `${money(rateCents)}/h`,
      money(cents),
    ]),
    totals: [['Total', '', '', '', '', money(total)]],
  };
}

function othersTable(movements: readonly Movement[], zone: string): PdfTable {
  return {
    columns: [
      { label: 'Date', share: 3 },
      { label: 'Reason', share: 6 },
      { label: 'Client', share: 4 },
      { label: 'Amount', share: 2.6, align: 'right' },
    ],
    rows: movements.map(({ at, kind, client, weekStart, weekEnd, cents, debtCents }) => [
      day(at, zone),
      weekStart && weekEnd ? `${reasons[kind]}, week ${week(weekStart, weekEnd, zone)}` : reasons[kind],
      client ?? '',
      kind === 'recovered' ? `(${money(debtCents)})` : money(cents),
    ]),
  };
}

function payoutsTable(payouts: readonly BankPayout[], zone: string): PdfTable {
  return {
    columns: [
      { label: 'Date', share: 3 },
      { label: 'Arrives', share: 3 },
      { label: 'State', share: 3 },
      { label: 'Amount', share: 2.6, align: 'right' },
    ],
    rows: payouts.map(({ at, arrivesAt, status, cents }) => [
      day(at, zone),
      day(arrivesAt, zone),
      payoutStates[status],
      money(cents),
    ]),
  };
}

function monthWords({ month }: Statement): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: month.zone }).format(month.from);
}

function lastDay(end: Date): Date {
  return new Date(end.getTime() - 1);
}

function money(cents: number): string {
  return Money.usd(cents).toString();
}
