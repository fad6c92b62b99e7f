import type Stripe from 'stripe';

import { ApiError, invalid } from '../api/api-error.ts';
import { mergedMetadata } from '../api/metadata.ts';
import { asV2List, operation } from '../api/operation.ts';
import type { Context } from '../context.ts';
import { newId, secretText } from '../ids.ts';
import { tellThin } from '../webhooks/tell.ts';
import { requirementsFor, type Standing, withStanding } from './account-standing.ts';

type Account = Stripe.V2.Core.Account;

interface AccountHidden {
  standing: Standing;
  reason: string;
}

/** Where a platform in the United States can pay people out by itself. */
const PAYABLE_COUNTRIES = new Set(
  'US GB CA CH AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);
const INCLUDABLE = ['configuration', 'requirements', 'future_requirements', 'identity', 'defaults'] as const;

const WRITABLE = [
  'contact_email', 'contact_phone', 'display_name', 'dashboard', 'identity.country', 'identity.entity_type',
  'configuration.recipient.capabilities.stripe_balance.stripe_transfers.requested',
  'defaults.currency', 'defaults.locales', 'defaults.responsibilities', 'metadata',
] as const; // prettier-ignore

export const accountOperations = [
  operation<Stripe.V2.Core.AccountCreateParams>('POST /v2/core/accounts', WRITABLE, ({ context, params }) =>
    asIncluded(createAccount(context, params), params.include),
  ),

  operation<Stripe.V2.Core.AccountRetrieveParams>('GET /v2/core/accounts/{id}', [], ({ context, id, params }) =>
    asIncluded(context.platform.get('v2.core.account', id, 'id'), params.include),
  ),

  operation<Stripe.V2.Core.AccountUpdateParams>(
    'POST /v2/core/accounts/{id}',
    ['contact_email', 'contact_phone', 'display_name', 'metadata'],
    ({ context, id, params }) => asIncluded(updateAccount(context, id, params), params.include),
  ),

  operation<Stripe.V2.Core.AccountListParams>('GET /v2/core/accounts', ['limit', 'closed'], (call) => {
    const all = call.context.platform.select('v2.core.account').toReversed();
    const wanted = all.filter((account) => Boolean(account.closed) === Boolean(call.params.closed));
    return asV2List(
      call,
      wanted.map((account) => asIncluded(account)),
    );
  }),

  operation<Stripe.V2.Core.AccountCloseParams>(
    'POST /v2/core/accounts/{id}/close',
    ['applied_configurations'],
    ({ context, id }) => asIncluded(closeAccount(context, id)),
  ),
];

/** Changes how an account stands with Stripe, and tells what a platform is told of it. */
export function setStanding(
  context: Context,
  id: string,
  standing: Standing,
  reason = 'requirements_past_due',
): Account {
  const before = context.platform.get('v2.core.account', id, 'id');
  const account = context.platform.change(before, withStanding(before, standing, reason));
  context.platform.hide<AccountHidden>(id, { standing, reason });
  if (standing === 'closed') tellAccount(context, id, 'v2.core.account.closed');
  tellAccount(context, id, 'v2.core.account[requirements].updated');
  for (const updated_capability of ['stripe_balance.stripe_transfers', 'stripe_balance.payouts']) {
    tellAccount(context, id, 'v2.core.account[configuration.recipient].capability_status_updated', {
      updated_capability,
    });
  }
  return account;
}

export function standingOf(context: Context, id: string): Standing {
  return context.hidden<AccountHidden>(id).standing ?? 'onboarding';
}

export function tellAccount(context: Context, id: string, type: string, data?: object): void {
  const related = { id, type: 'v2.core.account', url: `/v2/core/accounts/${id}` };
  tellThin(context.on(id), type, related, data ? { data } : {});
}

function createAccount(context: Context, params: Stripe.V2.Core.AccountCreateParams): Account {
  const country = (params.identity?.country ?? '').toUpperCase();
  const wantsTransfers =
    params.configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers?.requested ?? false;
  check(params, country, wantsTransfers);
  const created = context.now.toISOString();
  const account: Account = {
    id: newId('acct', 16),
    object: 'v2.core.account',
    applied_configurations: params.configuration?.recipient ? ['recipient'] : [],
    closed: false,
    configuration: {},
    contact_email: params.contact_email ?? '',
    created,
    dashboard: params.dashboard ?? 'none',
    defaults: {
      currency: params.defaults?.currency ?? 'usd',
      locales: params.defaults?.locales ?? [],
      responsibilities: {
        fees_collector: params.defaults?.responsibilities?.fees_collector ?? 'application',
        losses_collector: params.defaults?.responsibilities?.losses_collector ?? 'application',
        requirements_collector: 'stripe',
      },
    },
    ...(params.display_name === undefined ? {} : { display_name: params.display_name }),
    future_requirements: { entries: [] },
    identity: { country: country.toLowerCase(), entity_type: params.identity?.entity_type ?? 'individual' },
    livemode: false,
    metadata: mergedMetadata({}, params.metadata),
    requirements: requirementsFor('onboarding'),
  };
  const stored = context.insert(
    'v2.core.account',
    wantsTransfers ? { ...account, ...withStanding(account, 'onboarding') } : account,
    {
      standing: 'onboarding',
      token: secretText(12),
    },
  );
  tellAccount(context, stored.id, 'v2.core.account.created');
  return stored;
}

function check(params: Stripe.V2.Core.AccountCreateParams, country: string, wantsTransfers: boolean): void {
  if (!country)
    throw invalid('parameter_missing', 'identity.country is required to request a capability.', 'identity.country');
  if (!PAYABLE_COUNTRIES.has(country)) {
    throw invalid(
      'country_unsupported',
      `A platform in US cannot transfer funds to an account in ${country}.`,
      'identity.country',
    );
  }
  if (wantsTransfers && params.defaults?.responsibilities?.losses_collector === 'stripe') {
    throw invalid(
      'capability_not_available_for_loss_collector',
      'stripe_balance.stripe_transfers cannot be requested when Stripe collects losses.',
      'defaults.responsibilities.losses_collector',
    );
  }
}

function updateAccount(context: Context, id: string, params: Stripe.V2.Core.AccountUpdateParams): Account {
  const before = context.platform.get('v2.core.account', id, 'id');
  const account = context.platform.change(before, {
    metadata: mergedMetadata(before.metadata, params.metadata),
    ...(params.contact_email === undefined ? {} : { contact_email: params.contact_email }),
    ...(params.contact_phone === undefined ? {} : { contact_phone: params.contact_phone }),
    ...(params.display_name === undefined ? {} : { display_name: params.display_name }),
  });
  tellAccount(context, id, 'v2.core.account.updated');
  return account;
}

function closeAccount(context: Context, id: string): Account {
  const account = context.platform.get('v2.core.account', id, 'id');
  if (context.on(id).sum(account.defaults?.currency ?? 'usd') !== 0) {
    const message = 'The account cannot be closed while its balance is not zero.';
    throw new ApiError(400, { type: 'invalid_request_error', code: 'account_balance_not_zero', message });
  }
  return setStanding(context, id, 'closed');
}

// What was not asked for is there and null: the most common way to read a healthy account as a broken one.
function asIncluded(account: Account, include: readonly string[] = []): object {
  const parts = INCLUDABLE.map((part) => [
    part,
    include.some((name) => name.split('.')[0] === part) ? account[part] : null,
  ]);
  return { ...account, ...Object.fromEntries(parts) };
}
