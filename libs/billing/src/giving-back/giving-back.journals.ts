import type { Money } from '@app/kernel';
import { type Account, credit, debit, type Journal, type Keys } from '@app/ledger';

import type { Earning } from '../earning.entity.ts';
import type { CreditNote } from './credit-note.entity.ts';
import type { GivenBack } from './give-back.entity.ts';
import type { Refund } from './refund.entity.ts';

/** J23. A part becomes an earning of its own; nobody gains or loses. */
export function earningSplit(parent: Earning, child: Earning, account: Account, at: Date): Journal {
  const keys = keysOf(parent);
  return {
    reference: `split:${child.id}`,
    kind: 'J23',
    reason: 'Part of an earning set apart',
    occurredAt: at,
    postings: [
      debit(account, child.amountCents, { ...keys, earningId: parent.id }),
      credit(account, child.amountCents, { ...keys, earningId: child.id }),
    ],
  };
}

/** J2. Less to pay, and less to earn. */
export function creditNoteIssued(note: CreditNote, given: GivenBack, at: Date): Journal {
  const keys = keysOf(given);
  return {
    reference: `credit:${note.id}`,
    kind: 'J2',
    reason: 'Credit note',
    occurredAt: at,
    postings: [
      debit('earnings_held', given.amountCents, { ...keys, earningId: given.earningId }),
      debit('service_fee', given.feeCents, keys),
      credit('client_receivable', given.total, { clientId: given.clientId, invoiceId: given.invoiceId }),
    ],
  };
}

/** J8: the earning gives it, which has not been transferred. */
export function refundOfUnsent(given: GivenBack, account: 'earnings_held' | 'earnings_due', at: Date): Journal {
  const keys = keysOf(given);
  return refundDecided('J8', given, at, debit(account, given.amountCents, { ...keys, earningId: given.earningId }));
}

/** J9: the assistant owes it, or Kontor bears it. */
export function refundOfSent(given: GivenBack, at: Date): Journal {
  const account = given.carriedBy === 'assistant' ? 'assistant_debt' : 'platform_losses';
  const keys = keysOf(given);
  return refundDecided('J9', given, at, debit(account, given.amountCents, { ...keys, earningId: given.earningId }));
}

function refundDecided(kind: 'J8' | 'J9', given: GivenBack, at: Date, carried: ReturnType<typeof debit>): Journal {
  const keys = keysOf(given);
  return {
    reference: `refund:${given.id}`,
    kind,
    reason: 'Refund decided',
    occurredAt: at,
    postings: [carried, debit('service_fee', given.feeCents, keys), credit('refund_due', given.total, keys)],
  };
}

/** J11, accepted: no longer owed to the client, and on its way until it is seen in Stripe's balance. */
export function refundAccepted(refund: Refund, stripeId: string, at: Date): Journal {
  const keys = { clientId: refund.clientId, invoiceId: refund.invoiceId };
  return {
    reference: `re:${stripeId}`,
    kind: 'J11',
    reason: 'Refund accepted by Stripe',
    occurredAt: at,
    postings: [
      debit('refund_due', refund.amountCents, keys),
      credit('stripe_in_transit', refund.amountCents, { ...keys, stripeId }),
    ],
  };
}

/** J12: the card's bank did not take it, and it is owed to the client again. */
export function refundFailed(refund: Refund, stripeId: string, at: Date): Journal {
  const keys = { clientId: refund.clientId, invoiceId: refund.invoiceId };
  return {
    reference: `re:${stripeId}:failed`,
    kind: 'J12',
    reason: 'Refund failed',
    occurredAt: at,
    postings: [
      debit('stripe_in_transit', refund.amountCents, { ...keys, stripeId }),
      credit('refund_due', refund.amountCents, keys),
    ],
  };
}

/** J24: paid to the client from the bank, since the card cannot be refunded. */
export function refundPaidOtherwise(refund: Refund, at: Date): Journal {
  const keys = { clientId: refund.clientId, invoiceId: refund.invoiceId };
  return {
    reference: `refund:${refund.id}:otherwise`,
    kind: 'J24',
    reason: 'Refund paid out by other means',
    occurredAt: at,
    postings: [debit('refund_due', refund.amountCents, keys), credit('bank', refund.amountCents, keys)],
  };
}

/** J20: too little is left of an invoice to be charged; Kontor pays it. */
export function tooSmallToCharge(
  { id, clientId }: { readonly id: string; readonly clientId: string },
  left: Money,
  at: Date,
): Journal {
  const keys = { clientId, invoiceId: id };
  return {
    reference: `small:${id}`,
    kind: 'J20',
    reason: 'Too little to be charged',
    occurredAt: at,
    postings: [debit('platform_losses', left, keys), credit('client_receivable', left, keys)],
  };
}

function keysOf({ clientId, assistantId, invoiceId, lineId }: Earning | GivenBack): Keys {
  return { clientId, assistantId, invoiceId, lineId };
}
