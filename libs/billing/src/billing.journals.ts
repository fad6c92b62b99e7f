import { Money } from '@app/kernel';
import { type Account, credit, debit, type Fact, type Journal, type Keys } from '@app/ledger';

import type { Invoice } from './invoice.entity.ts';

/** J1. For rows of lines: `reference` is `inv:{invoice}`. */
export const invoicesIssued: Fact = {
  kind: 'J1',
  reason: 'Invoice issued',
  debits: [{ account: 'client_receivable', cents: 'total_cents', keys: ['client_id', 'invoice_id'], each: 'journal' }],
  credits: [
    {
      account: 'earnings_held',
      cents: 'amount_cents',
      keys: ['client_id', 'assistant_id', 'invoice_id', 'line_id', 'earning_id'],
      each: 'row',
    },
    { account: 'service_fee', cents: 'fee_cents', keys: ['client_id', 'invoice_id', 'line_id'], each: 'row' },
  ],
};

/** J3. The money is on its way: Stripe says later what it kept of it. */
export function chargeSucceeded(invoice: Invoice, chargeId: string, at: Date): Journal {
  const keys = { clientId: invoice.clientId, invoiceId: invoice.id };
  return {
    reference: `ch:${chargeId}`,
    kind: 'J3',
    reason: `Charge of invoice ${invoice.number} succeeded`,
    occurredAt: at,
    postings: [
      debit('stripe_in_transit', invoice.owed, { ...keys, stripeId: chargeId }),
      credit('client_receivable', invoice.owed, keys),
    ],
  };
}

export interface SettledCharge {
  /** Stripe's balance transaction. */
  readonly transactionId: string;
  readonly chargeId: string;
  readonly gross: Money;
  readonly fee: Money;
  readonly settledAt: Date;
}

/** J4. Seen in Stripe's balance: what the charge brought, and the fee that Stripe kept. */
export function chargeSettled({ transactionId, chargeId, gross, fee, settledAt }: SettledCharge): Journal {
  const keys = { stripeId: transactionId };
  return {
    reference: `txn:${transactionId}`,
    kind: 'J4',
    reason: 'Charge settled',
    occurredAt: settledAt,
    postings: [
      debit('stripe_balance', gross.minus(fee), keys),
      debit('stripe_fees', fee, keys),
      credit('stripe_in_transit', gross, { stripeId: chargeId }),
    ],
  };
}

/** J5. For rows of earnings: `reference` is `rel:{earning}`. */
export const earningsReleased: Fact = {
  kind: 'J5',
  reason: 'Earning released',
  debits: [
    {
      account: 'earnings_held',
      cents: 'amount_cents',
      keys: ['client_id', 'assistant_id', 'invoice_id', 'line_id', 'earning_id'],
      each: 'row',
    },
  ],
  credits: [
    {
      account: 'earnings_due',
      cents: 'amount_cents',
      keys: ['client_id', 'assistant_id', 'invoice_id', 'line_id', 'earning_id'],
      each: 'row',
    },
  ],
};

/** What an account loses when an invoice is given up. */
export interface GivenUpPart {
  readonly account: Account;
  readonly amount: Money;
  readonly assistantId: string | null;
  readonly lineId: string | null;
  readonly earningId: string | null;
}

/** J17. Uncollectible: what its assistants (or the platform, which guarantees it) and the fee lose of it. */
export function givenUp(invoice: Invoice, parts: readonly GivenUpPart[], at: Date): Journal {
  const lost = Money.sum(parts.map(({ amount }) => amount));
  const keys = { clientId: invoice.clientId, invoiceId: invoice.id };
  return {
    reference: `inv:${invoice.id}:unc`,
    kind: 'J17',
    reason: `Invoice ${invoice.number} is uncollectible`,
    occurredAt: at,
    postings: [
      ...parts.map((part) => debit(part.account, part.amount, { ...keys, ...keysOf(part) })),
      credit('client_receivable', lost, keys),
    ],
  };
}

/** The opposite of J17, of whose postings `parts` are: it is paid after all. */
export function givenUpAfterAll(invoice: Invoice, parts: readonly GivenUpPart[], at: Date): Journal {
  const keys = { clientId: invoice.clientId, invoiceId: invoice.id };
  return {
    reference: `inv:${invoice.id}:unc:undone`,
    kind: 'J17',
    reason: `Invoice ${invoice.number} is paid after all`,
    occurredAt: at,
    postings: parts.map((part) => credit(part.account, part.amount, { ...keys, ...keysOf(part) })),
  };
}

/** J22. Captured though the invoice was paid or void already: it goes back. */
export function capturedTwice(invoice: Invoice, chargeId: string, amount: Money, at: Date): Journal {
  const keys = { clientId: invoice.clientId, invoiceId: invoice.id, stripeId: chargeId };
  return {
    reference: `dup:${chargeId}`,
    kind: 'J22',
    reason: `Captured a second time for invoice ${invoice.number}`,
    occurredAt: at,
    postings: [debit('stripe_in_transit', amount, keys), credit('refund_due', amount, keys)],
  };
}

function keysOf({ assistantId, lineId, earningId }: GivenUpPart): Keys {
  return {
    ...(assistantId === null ? {} : { assistantId }),
    ...(lineId === null ? {} : { lineId }),
    ...(earningId === null ? {} : { earningId }),
  };
}
