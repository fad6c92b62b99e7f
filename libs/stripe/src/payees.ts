import type { Stripe } from 'stripe';

import type { Key, StripeCalls } from './stripe-calls.ts';
import { StripeUnclear } from './stripe-errors.ts';

export interface NewPayee {
  readonly assistantId: string;
  readonly email: string;
  readonly name: string;
  /** Two letters, such as `PT`. */
  readonly country: string;
}

export type CapabilityStatus = 'active' | 'pending' | 'restricted' | 'rejected' | 'unsupported';

export interface PayeeAccount {
  /** Whether money may be sent to it. */
  readonly transfers: CapabilityStatus;
  /** Whether it may be paid out to the bank. */
  readonly payouts: CapabilityStatus;
  readonly closed: boolean;
}

/** Without it Stripe answers null for these, and a healthy payee looks as if it had never been onboarded. */
const INCLUDE: Stripe.V2.Core.AccountRetrieveParams.Include[] = [
  'configuration.recipient',
  'requirements',
  'identity',
  'defaults',
];

export function createPayee(
  calls: StripeCalls,
  { assistantId, email, name, country }: NewPayee,
  key: Key,
): Promise<{ id: string }> {
  return calls.call('create a payee', async (stripe) => {
    const { id } = await stripe.v2.core.accounts.create(
      {
        contact_email: email,
        display_name: name,
        dashboard: 'express',
        identity: { country: country.toLowerCase(), entity_type: 'individual' },
        configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } },
        defaults: {
          currency: 'usd',
          responsibilities: { fees_collector: 'application', losses_collector: 'application' },
        },
        metadata: { assistant_id: assistantId },
        include: INCLUDE,
      },
      { ...key },
    );
    return { id };
  });
}

/** Single use and short-lived: made on click, never mailed. Coming back does not mean done: read the payee. */
export function createOnboardingLink(
  calls: StripeCalls,
  accountId: string,
  { returnUrl, refreshUrl }: { readonly returnUrl: string; readonly refreshUrl: string },
  key: Key,
): Promise<{ url: string }> {
  return calls.call('open the onboarding page', async (stripe) => {
    const { url } = await stripe.v2.core.accountLinks.create(
      {
        account: accountId,
        use_case: {
          type: 'account_onboarding',
          account_onboarding: {
            refresh_url: refreshUrl,
            return_url: returnUrl,
            collection_options: { fields: 'eventually_due', future_requirements: 'include' },
          },
        },
      },
      { ...key },
    );
    return { url };
  });
}

export function readPayee(calls: StripeCalls, accountId: string): Promise<PayeeAccount> {
  return calls.call('read a payee', async (stripe) => {
    const account = await stripe.v2.core.accounts.retrieve(accountId, { include: INCLUDE });
    const closed = account.closed === true;
    const balance = account.configuration?.recipient?.capabilities?.stripe_balance;
    if (!balance && !closed) throw new StripeUnclear('read a payee', `account ${accountId} came without capabilities`);
    return {
      transfers: status(balance?.stripe_transfers?.status),
      payouts: status(balance?.payouts?.status),
      closed,
    };
  });
}

/** `weekly`: Stripe pays the payee's balance out to the bank every Tuesday and Friday. `manual`: it stays there. */
export type PayoutInterval = 'weekly' | 'manual';

const SCHEDULES = {
  weekly: { interval: 'weekly', weekly_payout_days: ['tuesday', 'friday'] },
  manual: { interval: 'manual' },
} satisfies Record<PayoutInterval, Stripe.BalanceSettingsUpdateParams.Payments.Payouts.Schedule>;

export function schedulePayouts(
  calls: StripeCalls,
  accountId: string,
  interval: PayoutInterval,
  key: Key,
): Promise<void> {
  return calls.call('schedule payouts', async (stripe) => {
    await stripe.balanceSettings.update(
      { payments: { payouts: { schedule: SCHEDULES[interval] }, debit_negative_balances: true } },
      { ...key, stripeAccount: accountId },
    );
  });
}

/** For good, and only with nothing left in its balance. One that is closed already stays so. */
export function closePayee(calls: StripeCalls, accountId: string, key: Key): Promise<void> {
  return calls.call('close a payee', async (stripe) => {
    const { closed } = await stripe.v2.core.accounts.retrieve(accountId);
    if (closed !== true)
      await stripe.v2.core.accounts.close(accountId, { applied_configurations: ['recipient'] }, { ...key });
  });
}

function status(given: string | undefined): CapabilityStatus {
  switch (given) {
    case 'active':
    case 'pending':
    case 'rejected':
    case 'unsupported':
      return given;
    case undefined:
      return 'pending';
    default:
      return 'restricted'; // A word that is newer than this code is no permission to send money.
  }
}
