import type { Money } from '@app/kernel';
import { credit, debit, type Fact, type Journal } from '@app/ledger';

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
      debit('stripe_in_transit', invoice.totalCents, { ...keys, stripeId: chargeId }),
      credit('client_receivable', invoice.totalCents, keys),
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
