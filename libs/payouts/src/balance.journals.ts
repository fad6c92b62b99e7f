import { chargeSettled } from '@app/billing';
import { Money } from '@app/kernel';
import { type Account, credit, debit, type Journal, type JournalKind } from '@app/ledger';
import type { BalanceTransaction } from '@app/stripe';

/** One journal for each of Stripe's balance transactions, by its type; what is unknown waits in suspense for a person. */
export function transactionSeen(transaction: BalanceTransaction): Journal {
  switch (transaction.type) {
    case 'charge':
    case 'payment':
      return transaction.sourceId === null ? unknown(transaction) : chargeSeen(transaction, transaction.sourceId);
    case 'transfer':
      return transaction.sourceId === null ? unknown(transaction) : transferSeen(transaction, transaction.sourceId);
    case 'payout':
    case 'payout_cancel':
    case 'payout_failure':
    case 'topup':
    case 'topup_reversal':
      return against('bank', 'J19', 'Moved between Stripe and the bank', transaction);
    case 'stripe_fee':
    case 'stripe_fx_fee':
    case 'tax_fee':
      return against('stripe_fees', 'J21', 'Fee of Stripe', transaction);
    case 'reserve_transaction':
    case 'reserved_funds':
    case 'reserve_hold':
    case 'reserve_release':
      return against('stripe_reserved', 'J21', 'Reserved by Stripe', transaction);
    default:
      return unknown(transaction);
  }
}

/** J4. */
function chargeSeen({ id, amount, fee, createdAt }: BalanceTransaction, chargeId: string): Journal {
  return chargeSettled({ transactionId: id, chargeId, gross: amount, fee, settledAt: createdAt });
}

/** J7, seen: it has left the balance, and is no longer on its way there. */
function transferSeen(transaction: BalanceTransaction, transferStripeId: string): Journal {
  const { id, amount, fee, net, createdAt } = transaction;
  return {
    reference: referenceOf(transaction),
    kind: 'J7',
    reason: "Transfer seen in Stripe's balance",
    occurredAt: createdAt,
    postings: [
      debit('stripe_in_transit', negative(amount), { stripeId: transferStripeId }),
      debit('stripe_fees', fee, { stripeId: id }),
      credit('stripe_balance', negative(net), { stripeId: id }),
    ],
  };
}

function unknown(transaction: BalanceTransaction): Journal {
  return against('suspense', 'J21', `Unknown to Kontor: ${transaction.type}`, transaction);
}

/** What left the balance is debited to the account; what came back is the opposite. */
function against(account: Account, kind: JournalKind, reason: string, transaction: BalanceTransaction): Journal {
  const { id, amount, fee, net, createdAt } = transaction;
  return {
    reference: referenceOf(transaction),
    kind,
    reason,
    occurredAt: createdAt,
    postings: [
      debit(account, negative(amount), { stripeId: id }),
      debit('stripe_fees', fee, { stripeId: id }),
      credit('stripe_balance', negative(net), { stripeId: id }),
    ],
  };
}

function referenceOf({ id }: BalanceTransaction): string {
  return `txn:${id}`;
}

function negative(amount: Money): Money {
  return Money.usd(0).minus(amount);
}
