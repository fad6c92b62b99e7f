import { type CsvCell, writeCsv } from '@app/files';
import { mondayOf, Money } from '@app/kernel';

import { type Movement, reasons, type Statement } from './statement.ts';

const HEAD = [
  ...['date', 'kind', 'client', 'work_week', 'minutes', 'rate_usd', 'amount_usd', 'debt_usd', 'reason'],
  'reference',
];

/** A row a dated amount. The opening, the movements and nothing else sum to the closing; payouts are Stripe's, beside. */
export function statementCsv({ month, openingCents, closingCents, movements, bankPayouts }: Statement): Buffer {
  const edge = (at: Date, kind: string, cents: number): CsvCell[] => [
    ...[at.toISOString(), kind, '', '', null, null, dollars(cents), null, ''],
    '',
  ];
  return writeCsv(HEAD, [
    edge(month.from, 'opening', openingCents),
    ...movements.map((movement) => written(movement, month.zone)),
    edge(month.to, 'closing', closingCents),
    ...bankPayouts.map(({ at, cents, status, arrivesAt, id }): CsvCell[] => [
      ...[at.toISOString(), 'bank_payout', '', '', null, null, dollars(cents), null],
      `Paid out by Stripe to your bank: ${status}, arrives ${arrivesAt.toISOString().slice(0, 10)}`,
      id,
    ]),
  ]);
}

function written(movement: Movement, zone: string): CsvCell[] {
  const { at, kind, client, weekStart, minutes, rateCents, cents, debtCents, reference } = movement;
  return [
    ...[at.toISOString(), kind, client ?? ''],
    weekStart ? mondayOf({ start: weekStart, end: weekStart, zone }) : '',
    ...(kind === 'earned' ? [minutes, rateCents === null ? null : dollars(rateCents)] : [null, null]),
    ...[dollars(cents), debtCents === 0 ? null : dollars(debtCents), reasons[kind], reference],
  ];
}

/** Plain, for a spreadsheet: `-1234.50`. A number of ours, which no spreadsheet takes for a formula. */
function dollars(cents: number): { readonly number: string } {
  return { number: Money.usd(cents).toString().replace(/[$,]/g, '') };
}
