import type { Subscription } from '@app/delivery';
import { noticeLines } from '@app/notifications';

import { disputeMailHandlerOf, mailedEvents } from './disputes/mailed-events.ts';
import { liveHandlerOf, liveLines } from './live/live-lines.ts';
import { noticeHandlerOf } from './notifications/notice-handlers.ts';

/**
 * Who is told of what, a line a handler. Data, because the migration step makes a queue of each before the first
 * event is told; the worker does not start while its handlers and these lines differ.
 */
export const subscriptions: readonly Subscription[] = [
  { event: 'webhook.received', handler: 'stripe.on-webhook-received' },
  { event: 'account.registered', handler: 'identity.on-account-registered' },
  { event: 'verification.requested', handler: 'identity.on-verification-requested' },
  { event: 'registration.repeated', handler: 'identity.on-registration-repeated' },
  { event: 'member.invited', handler: 'identity.on-member-invited' },
  { event: 'password_reset.requested', handler: 'identity.on-password-reset-requested' },
  { event: 'password.changed', handler: 'identity.on-password-changed' },
  { event: 'second_factors.changed', handler: 'identity.on-second-factors-changed' },
  { event: 'email_change.requested', handler: 'identity.on-email-change-requested' },
  { event: 'email.changed', handler: 'identity.on-email-changed' },
  { event: 'provider.linked', handler: 'identity.on-provider-linked' },
  { event: 'suspension.placed', handler: 'staff.on-suspension-placed' },
  { event: 'suspension.ended', handler: 'staff.on-suspension-ended' },
  { event: 'appeal.declined', handler: 'staff.on-appeal-declined' },
  { event: 'impersonation.begun', handler: 'staff.on-impersonation-begun' },
  { event: 'weeks.frozen', handler: 'billing.on-weeks-frozen' },
  { event: 'weeks.invoiced', handler: 'billing.on-weeks-invoiced' },
  { event: 'card.saved', handler: 'billing.on-card-saved' },
  { event: 'earnings.released', handler: 'payouts.on-earnings-released' },
  { event: 'contract.offered', handler: 'notifications.on-contract-offered' },
  { event: 'contract.accepted', handler: 'notifications.on-contract-accepted' },
  { event: 'contract.declined', handler: 'notifications.on-contract-declined' },
  { event: 'contract.ended', handler: 'notifications.on-contract-ended' },
  { event: 'weeks.invoiced', handler: 'notifications.on-weeks-invoiced' },
  { event: 'charge.failed', handler: 'notifications.on-charge-failed' },
  { event: 'money.given_back', handler: 'notifications.on-money-given-back' },
  { event: 'refund.arrived', handler: 'notifications.on-refund-arrived' },
  { event: 'debt.taken', handler: 'notifications.on-debt-taken' },
  { event: 'payout.paid', handler: 'notifications.on-payout-paid' },
  { event: 'payout.failed', handler: 'notifications.on-payout-failed' },
  { event: 'invoice.paid', handler: 'notifications.on-invoice-paid' },
  { event: 'invoice.uncollectible', handler: 'notifications.on-invoice-uncollectible' },
  { event: 'work.suspended', handler: 'notifications.on-work-suspended' },
  { event: 'work.resumed', handler: 'notifications.on-work-resumed' },
  { event: 'chargeback.opened', handler: 'notifications.on-chargeback-opened' },
  { event: 'chargeback.decided', handler: 'notifications.on-chargeback-decided' },
  { event: 'chargeback.carrier_chosen', handler: 'notifications.on-chargeback-carrier-chosen' },
  { event: 'chargeback.due_soon', handler: 'notifications.on-chargeback-due-soon' },
  { event: 'export.requested', handler: 'privacy.on-export-requested' },
  { event: 'export.ready', handler: 'privacy.on-export-ready' },
  { event: 'erasure.requested', handler: 'privacy.on-erasure-requested' },
  { event: 'erasure.withdrawn', handler: 'privacy.on-erasure-withdrawn' },
  { event: 'contract.paused', handler: 'timelog.on-contract-paused' },
  { event: 'import.requested', handler: 'timelog.on-import-requested' },
  ...mailedEvents.map((event) => ({ event, handler: disputeMailHandlerOf(event) })),
  ...liveLines.map(({ event }) => ({ event, handler: liveHandlerOf(event) })),
  ...noticeLines.map((line) => ({ event: line.event, handler: noticeHandlerOf(line) })),
];
