import type { Earning } from './earning.entity.ts';
import type { Invoice } from './invoice.entity.ts';

/** When something next happens to the money (or last did), and why it is where it is: the reason names no date itself. */
export interface DateAndReason {
  readonly date: Date | null;
  readonly reason: string;
}

export type DatedEarning = Pick<Earning, 'state' | 'stateAt' | 'reviewEndedAt' | 'releasesAt' | 'blockedReason'>;
export type DatedInvoice = Pick<Invoice, 'state' | 'reviewEndsAt' | 'holdDays' | 'nextAttemptAt'>;

/** What an assistant is told of every amount. */
export function dateAndReason(earning: DatedEarning, invoice: DatedInvoice, now: Date): DateAndReason {
  switch (earning.state) {
    case 'held':
      return held(earning, invoice, now);
    case 'due':
    case 'sending':
      return { date: earning.releasesAt, reason: 'Released: on its way to your balance at Stripe' };
    case 'blocked':
      return { date: null, reason: blocked(earning.blockedReason) };
    case 'sent':
      return {
        date: earning.stateAt,
        reason: 'Sent to your balance at Stripe, which pays your bank on Tuesdays and Fridays',
      };
    case 'part_reversed':
      return { date: earning.stateAt, reason: 'Part of it went back to the client' };
    case 'reversed':
      return { date: earning.stateAt, reason: 'It went back to the client' };
    case 'cancelled':
      return { date: earning.stateAt, reason: 'Cancelled: it was taken off the invoice' };
    case 'unpaid':
      return { date: earning.stateAt, reason: "Not paid: the client's charge could not be collected" };
  }
}

function held({ reviewEndedAt, releasesAt }: DatedEarning, invoice: DatedInvoice, now: Date): DateAndReason {
  const { nextAttemptAt, holdDays, reviewEndsAt } = invoice;
  const newClient = `${holdDays}-day hold: new client`;
  if (invoice.state === 'past_due') {
    return nextAttemptAt
      ? { date: nextAttemptAt, reason: "The client's charge failed: it is tried again then" }
      : { date: null, reason: "The client's charge failed: the client was asked for another card" };
  }
  if (!reviewEndedAt) {
    const after = holdDays > 0 ? `a ${newClient}` : 'it is sent to you';
    return { date: reviewEndsAt, reason: `In review until then at the latest, then ${after}` };
  }
  if (!releasesAt) return { date: null, reason: "Accepted: the client's card is being charged" };
  if (releasesAt <= now) return { date: releasesAt, reason: 'Being released' };
  return { date: releasesAt, reason: holdDays > 0 ? `Held until then, a ${newClient}` : 'Released then' };
}

function blocked(reason: DatedEarning['blockedReason']): string {
  switch (reason) {
    case 'payee_not_ready':
      return 'Waiting for you: tell Stripe where your money should go';
    case 'payee_restricted':
      return 'Waiting for you: Stripe asks for something before it lets you be paid';
    case 'platform_balance':
      return 'Waiting for funds to become available: it is tried again by itself';
    case 'hold':
    case null:
      return 'On hold: support is looking into it';
  }
}
