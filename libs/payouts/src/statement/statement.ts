import type { Month } from '@app/kernel';

export type MovementKind =
  'earned' | 'given_back' | 'taken_back' | 'recovered' | 'sent' | 'unpaid' | 'written_off' | 'other';

/** One dated amount of the ledger. Positive: more is owed to the assistant. */
export interface Movement {
  readonly kind: MovementKind;
  readonly at: Date;
  readonly cents: number;
  /** Of it: how much less (positive) or more (negative) the assistant owes. */
  readonly debtCents: number;
  readonly client: string | null;
  readonly weekStart: Date | null;
  readonly weekEnd: Date | null;
  readonly lineKind: 'time' | 'late_time' | 'bonus' | null;
  /** Of the line as invoiced. */
  readonly minutes: number | null;
  readonly rateCents: number | null;
  readonly reference: string;
}

export interface BankPayout {
  readonly id: string;
  readonly cents: number;
  readonly status: 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled';
  readonly at: Date;
  readonly arrivesAt: Date;
}

export interface Statement {
  readonly name: string;
  readonly month: Month;
  /** What Kontor owed at the beginning and the end: earned and not sent yet, less debts. */
  readonly openingCents: number;
  readonly closingCents: number;
  /** Of the closing: what the assistant owes. */
  readonly debtCents: number;
  readonly movements: readonly Movement[];
  readonly bankPayouts: readonly BankPayout[];
}

const kinds: Readonly<Record<string, MovementKind>> = {
  J1: 'earned',
  J2: 'given_back',
  J6: 'recovered',
  J7: 'sent',
  J8: 'given_back',
  J9: 'given_back',
  J10: 'taken_back',
  J17: 'unpaid',
  J18: 'written_off',
};

/** What a journal means to the assistant. A late payment undoes an unpaid line: the same kind, the other sign. */
export function movementKind(journalKind: string): MovementKind {
  return kinds[journalKind] ?? 'other';
}

/** Why, in English, as documents say it. */
export const reasons: Readonly<Record<MovementKind, string>> = {
  earned: 'Earned: invoiced to the client',
  given_back: 'Given back to the client',
  taken_back: 'Taken back from your balance at Stripe',
  recovered: 'Debt recovered from a transfer',
  sent: 'Sent to your balance at Stripe',
  unpaid: 'The client did not pay',
  written_off: 'Debt carried by Kontor',
  other: 'Chargeback of the client',
};

export function totalOf(statement: Statement, kind: MovementKind): number {
  return statement.movements.filter((each) => each.kind === kind).reduce((sum, { cents }) => sum + cents, 0);
}
