import type { Earning } from './earning.entity.ts';
import type { Invoice } from './invoice.entity.ts';

/** Why an amount is where it is, in a word that the screens say in the reader's language. */
type EarningReason =
  | 'review_then_hold'
  | 'review_then_sent'
  | 'held_new_client'
  | 'released_then'
  | 'releasing'
  | 'charging'
  | 'charge_tried_again'
  | 'charge_failed'
  | 'released'
  | 'payee_not_ready'
  | 'payee_restricted'
  | 'platform_balance'
  | 'hold'
  | 'sent'
  | 'part_reversed'
  | 'reversed'
  | 'cancelled'
  | 'charged_back'
  | 'unpaid';

/** When something next happens to the money (or last did), and why it is where it is: the reason names no date itself. */
export interface DateAndReason {
  readonly date: Date | null;
  readonly reasonCode: EarningReason;
  /** Of a client who is new; 0 once they have paid four weeks. */
  readonly holdDays: number;
  /** The same in English. */
  readonly reason: string;
}

export type DatedEarning = Pick<Earning, 'state' | 'stateAt' | 'reviewEndedAt' | 'releasesAt' | 'blockedReason'>;
export type DatedInvoice = Pick<Invoice, 'state' | 'reviewEndsAt' | 'holdDays' | 'nextAttemptAt'>;

/** What an assistant is told of every amount. */
export function dateAndReason(earning: DatedEarning, invoice: DatedInvoice, now: Date): DateAndReason {
  const [date, reasonCode] = placeOf(earning, invoice, now);
  const { holdDays } = invoice;
  return { date, reasonCode, holdDays, reason: english[reasonCode](holdDays) };
}

function placeOf(earning: DatedEarning, invoice: DatedInvoice, now: Date): [Date | null, EarningReason] {
  switch (earning.state) {
    case 'held':
      return held(earning, invoice, now);
    case 'due':
    case 'sending':
      return [earning.releasesAt, 'released'];
    case 'blocked':
      return [null, earning.blockedReason ?? 'hold'];
    case 'sent':
    case 'part_reversed':
    case 'reversed':
    case 'cancelled':
      return [earning.stateAt, earning.state];
    case 'unpaid':
      return [earning.stateAt, invoice.state === 'paid' ? 'charged_back' : 'unpaid'];
  }
}

function held(
  { reviewEndedAt, releasesAt }: DatedEarning,
  { state, nextAttemptAt, holdDays, reviewEndsAt }: DatedInvoice,
  now: Date,
): [Date | null, EarningReason] {
  if (state === 'past_due') return [nextAttemptAt, nextAttemptAt ? 'charge_tried_again' : 'charge_failed'];
  if (!reviewEndedAt) return [reviewEndsAt, holdDays > 0 ? 'review_then_hold' : 'review_then_sent'];
  if (!releasesAt) return [null, 'charging'];
  if (releasesAt <= now) return [releasesAt, 'releasing'];
  return [releasesAt, holdDays > 0 ? 'held_new_client' : 'released_then'];
}

const english: Readonly<Record<EarningReason, (holdDays: number) => string>> = {
  review_then_hold: (days) => `In review until then at the latest, then a ${days}-day hold: new client`,
  review_then_sent: () => 'In review until then at the latest, then it is sent to you',
  held_new_client: (days) => `Held until then, a ${days}-day hold: new client`,
  released_then: () => 'Released then',
  releasing: () => 'Being released',
  charging: () => "Accepted: the client's card is being charged",
  charge_tried_again: () => "The client's charge failed: it is tried again then",
  charge_failed: () => "The client's charge failed: the client was asked for another card",
  released: () => 'Released: on its way to your balance at Stripe',
  payee_not_ready: () => 'Waiting for you: tell Stripe where your money should go',
  payee_restricted: () => 'Waiting for you: Stripe asks for something before it lets you be paid',
  platform_balance: () => 'Waiting for funds to become available: it is tried again by itself',
  hold: () => 'On hold: support is looking into it',
  sent: () => 'Sent to your balance at Stripe, which pays your bank on Tuesdays and Fridays',
  part_reversed: () => 'Part of it went back to the client',
  reversed: () => 'It went back to the client',
  cancelled: () => 'Cancelled: it was taken off the invoice',
  charged_back: () => "Not paid: the client's bank took the payment back, and support told you why you carry it",
  unpaid: () => "Not paid: the client's charge could not be collected",
};
