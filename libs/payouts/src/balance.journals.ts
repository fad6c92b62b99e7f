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
    case 'transfer_refund':
    case 'transfer_cancel':
    case 'transfer_failure':
      return arrived(transaction, 'J10', "Reversal seen in Stripe's balance");
    case 'refund':
    case 'payment_refund':
      return arrived(transaction, 'J11', "Refund seen in Stripe's balance");
    case 'refund_failure':
    case 'payment_failure_refund':
      return arrived(transaction, 'J12', "Failed refund seen in Stripe's balance");
    case 'adjustment':
      return /^dispute(_reversal)?$/.test(transaction.category) && transaction.sourceId !== null
        ? chargebackSeen(transaction, transaction.sourceId)
        : unknown(transaction);
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

/** What was accepted before is seen: it left the balance, or came into it, and is no longer in transit. */
function arrived(transaction: BalanceTransaction, kind: JournalKind, reason: string): Journal {
  const { id, sourceId, amount, fee, net, createdAt } = transaction;
  if (sourceId === null) return unknown(transaction);
  return {
    reference: referenceOf(transaction),
    kind,
    reason,
    occurredAt: createdAt,
    postings: [
      debit('stripe_balance', net, { stripeId: id }),
      debit('stripe_fees', fee, { stripeId: id }),
      credit('stripe_in_transit', amount, { stripeId: sourceId }),
    ],
  };
}

/** J14, withdrawn; J15, reinstated: the same accounts, the other way round. Stripe's fee for it is no cost of a payment. */
function chargebackSeen(transaction: BalanceTransaction, disputeId: string): Journal {
  const { id, amount, fee, net, createdAt } = transaction;
  const back = amount.cents > 0;
  return {
    reference: referenceOf(transaction),
    kind: back ? 'J15' : 'J14',
    reason: back ? 'Chargeback reinstated' : 'Chargeback withdrawn',
    occurredAt: createdAt,
    postings: [
      debit('chargeback_held', negative(amount), { stripeId: disputeId }),
      debit('chargeback_fees', fee, { stripeId: disputeId }),
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
