import type { Context } from './context.ts';
import type { DueKind } from './due.ts';
import { fundsBecomeAvailable } from './resources/balance.ts';
import { settle } from './resources/charges.ts';
import { expireCheckout } from './resources/checkout-sessions.ts';
import { decideDispute, openDisputeOfCard } from './resources/disputes.ts';
import { payoutArrives, payoutLeaves, runAutomaticPayout } from './resources/payouts.ts';
import { refundFails, refundSucceeds, tryRefundAgain } from './resources/refunds.ts';
import { topupSucceeds } from './resources/topups.ts';

/** What happens when something falls due. Each is called once, at its instant, with the platform's context. */
export const fallDue: Readonly<Record<DueKind, (platform: Context, subject: string) => unknown>> = {
  'charge.settles': (platform, charge) => settle(platform, charge),
  'balance.becomes_available': fundsBecomeAvailable,
  'payouts.run': runAutomaticPayout,
  'payout.leaves': payoutLeaves,
  'payout.arrives': payoutArrives,
  'checkout.expires': expireCheckout,
  'refund.is_tried': tryRefundAgain,
  'refund.succeeds': refundSucceeds,
  'refund.fails': refundFails,
  'topup.succeeds': topupSucceeds,
  'dispute.opens': openDisputeOfCard,
  'dispute.is_decided': decideDispute,
};
