import type { DomainEvent } from '@app/delivery';

import type { Invoice } from './invoice.entity.ts';

/** Invoices were issued at that instant: told once a run, however many. */
export type WeeksInvoiced = DomainEvent<'weeks.invoiced', { at: string; count: number }>;
export type InvoicePaid = DomainEvent<'invoice.paid', { invoiceId: string; clientId: string; chargeId: string }>;
/** `exposedCents`: what the client's assistants have earned and may not get. */
export type ChargeFailed = DomainEvent<
  'charge.failed',
  { invoiceId: string; clientId: string; exposedCents: number; nextAttemptAt: string | null }
>;
export type CardSaved = DomainEvent<'card.saved', { clientId: string; cardId: string }>;
export type WeekApproved = DomainEvent<'week.approved', { weekId: string }>;
export type WeeksAccepted = DomainEvent<'weeks.accepted_by_silence', { at: string; count: number }>;
export type EarningsReleased = DomainEvent<'earnings.released', { at: string; count: number }>;

export function weeksInvoiced(at: Date, count: number): WeeksInvoiced {
  return { type: 'weeks.invoiced', payload: { at: at.toISOString(), count } };
}

export function invoicePaid(invoice: Invoice, chargeId: string): InvoicePaid {
  return { type: 'invoice.paid', payload: { invoiceId: invoice.id, clientId: invoice.clientId, chargeId } };
}

export function chargeFailed(invoice: Invoice): ChargeFailed {
  return {
    type: 'charge.failed',
    payload: {
      invoiceId: invoice.id,
      clientId: invoice.clientId,
      exposedCents: invoice.subtotalCents.cents,
      nextAttemptAt: invoice.nextAttemptAt?.toISOString() ?? null,
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
