import type { DomainEvent } from '@app/delivery';

import type { Bonus } from './bonus.entity.ts';
import type { Invoice } from './invoice.entity.ts';

/** Invoices were issued at that instant: told once a run, however many. */
export type WeeksInvoiced = DomainEvent<'weeks.invoiced', { at: string; count: number }>;
/** `late`: a charge of it had failed before. */
export type InvoicePaid = DomainEvent<
  'invoice.paid',
  { invoiceId: string; clientId: string; chargeId: string; late: boolean }
>;
/** `exposedCents`: what the client's assistants have earned and may not get. `wants`: what only the client can do. */
export type ChargeFailed = DomainEvent<
  'charge.failed',
  {
    invoiceId: string;
    clientId: string;
    exposedCents: number;
    nextAttemptAt: string | null;
    wants: 'card' | 'authentication' | null;
  }
>;
export type InvoiceUncollectible = DomainEvent<
  'invoice.uncollectible',
  { invoiceId: string; clientId: string; outcome: 'assistant_unpaid' | 'platform_guarantees' }
>;
/** From `at` no second is accepted for the client. `causeId`: the unpaid invoice, or the chargeback. */
export type WorkSuspended = DomainEvent<
  'work.suspended',
  { clientId: string; cause: 'unpaid' | 'chargeback'; causeId: string; at: string }
>;
export type WorkResumed = DomainEvent<'work.resumed', { clientId: string; at: string }>;
export type CardSaved = DomainEvent<'card.saved', { clientId: string; cardId: string }>;
export type WeekApproved = DomainEvent<'week.approved', { weekId: string }>;
export type WeeksAccepted = DomainEvent<'weeks.accepted_by_silence', { at: string; count: number }>;
export type EarningsReleased = DomainEvent<'earnings.released', { at: string; count: number }>;

export function weeksInvoiced(at: Date, count: number): WeeksInvoiced {
  return { type: 'weeks.invoiced', payload: { at: at.toISOString(), count } };
}

export function invoicePaid(invoice: Invoice, chargeId: string, late: boolean): InvoicePaid {
  return { type: 'invoice.paid', payload: { invoiceId: invoice.id, clientId: invoice.clientId, chargeId, late } };
}

export function invoiceUncollectible(
  { id, clientId }: Invoice,
  outcome: InvoiceUncollectible['payload']['outcome'],
): InvoiceUncollectible {
  return { type: 'invoice.uncollectible', payload: { invoiceId: id, clientId, outcome } };
}

export function workSuspended(
  clientId: string,
  cause: WorkSuspended['payload']['cause'],
  causeId: string,
  at: Date,
): WorkSuspended {
  return { type: 'work.suspended', payload: { clientId, cause, causeId, at: at.toISOString() } };
}

export function workResumed(clientId: string, at: Date): WorkResumed {
  return { type: 'work.resumed', payload: { clientId, at: at.toISOString() } };
}

export function chargeFailed(invoice: Invoice): ChargeFailed {
  return {
    type: 'charge.failed',
    payload: {
      invoiceId: invoice.id,
      clientId: invoice.clientId,
      exposedCents: invoice.subtotalCents.cents,
      nextAttemptAt: invoice.nextAttemptAt?.toISOString() ?? null,
      wants: invoice.wants,
    },
  };
}

export function cardSaved(clientId: string, cardId: string): CardSaved {
  return { type: 'card.saved', payload: { clientId, cardId } };
}

export function weekApproved(weekId: string): WeekApproved {
  return { type: 'week.approved', payload: { weekId } };
}

export function weeksAccepted(at: Date, count: number): WeeksAccepted {
  return { type: 'weeks.accepted_by_silence', payload: { at: at.toISOString(), count } };
}

export function earningsReleasedAt(at: Date, count: number): EarningsReleased {
  return { type: 'earnings.released', payload: { at: at.toISOString(), count } };
}

export type BonusGiven = DomainEvent<'bonus.given', { bonusId: string; assistantId: string; amountCents: number }>;

export function bonusGiven({ id, assistantId, amountCents }: Bonus): BonusGiven {
  return { type: 'bonus.given', payload: { bonusId: id, assistantId, amountCents: amountCents.cents } };
}
