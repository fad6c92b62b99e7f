import type { Subscription } from '@app/delivery';

/**
 * Who is told of what, a line a handler. Data, because the migration step makes a queue of each before the first
 * event is told; the worker does not start while its handlers and these lines differ.
 */
export const subscriptions: readonly Subscription[] = [
  { event: 'account.registered', handler: 'identity.on-account-registered' },
  { event: 'verification.requested', handler: 'identity.on-verification-requested' },
  { event: 'registration.repeated', handler: 'identity.on-registration-repeated' },
];
