import type Stripe from 'stripe';

import { invalid } from '../api/api-error.ts';
import { asList, operation, PAGING } from '../api/operation.ts';
import type { Context } from '../context.ts';
import { secretText } from '../ids.ts';
import { standingOf } from './accounts.ts';

export const accountV1Operations = [
  operation(
    'POST /v1/accounts',
    ['type', 'country', 'email', 'capabilities', 'controller', 'metadata', 'business_type'],
    () => {
      throw invalid(
        'accounts_v1_not_enabled',
        'Stripe no longer recommends Accounts v1 for new Connect integrations. Create connected accounts with POST /v2/core/accounts instead, or enable Accounts v1 support in the Dashboard (settings/features/feat_accounts_v1_support).',
      );
    },
  ),

  operation('GET /v1/accounts/{account}', [], ({ context, id }) => accountAsV1(context.platform, id)),

  operation('POST /v1/accounts/{account}/login_links', [], ({ context, id }) => {
    const account = context.platform.get('v2.core.account', id, 'account');
    if (account.dashboard !== 'express')
      throw invalid('account_invalid', 'Login links exist only for accounts with the Express dashboard.', 'account');
    if (standingOf(context, id) === 'onboarding')
      throw invalid(
        'account_onboarding_incomplete',
        'Cannot create a login link for an account that has not completed onboarding.',
        'account',
      );
    return {
      object: 'login_link',
      created: context.seconds,
      url: `${context.emulator.url}/express/${id}/${secretText(12)}`,
    };
  }),

  operation<Stripe.AccountListExternalAccountsParams>(
    'GET /v1/accounts/{account}/external_accounts',
    [...PAGING, 'object'],
    (call) => {
      call.context.platform.get('v2.core.account', call.id, 'account');
      if (call.params.object === 'card') return asList(call, { data: [], has_more: false });
      return asList(call, call.context.on(call.id).list('bank_account', call.params));
    },
  ),
];

/** A version 2 account as version 1 shows it. */
export function accountAsV1(platform: Context, id: string): Stripe.Account {
  const account = platform.get('v2.core.account', id, 'account');
  const standing = standingOf(platform, id);
  const isActive = standing === 'active';
  const due = (account.requirements?.entries ?? []).map((entry) => entry.description);
  const requirements = {
    alternatives: [],
    current_deadline: null,
    currently_due: due,
    disabled_reason: isActive ? null : ('requirements.past_due' as const),
    errors: [],
    eventually_due: due,
    past_due: standing === 'restricted' ? due : [],
    pending_verification: [],
  };
  return {
    id,
    object: 'account',
    business_type: 'individual',
    capabilities: { transfers: isActive ? 'active' : 'inactive' },
    charges_enabled: false,
    country: (account.identity?.country ?? 'us').toUpperCase(),
    created: Math.floor(Date.parse(account.created) / 1000),
    default_currency: account.defaults?.currency ?? 'usd',
    details_submitted: standing !== 'onboarding',
    email: account.contact_email || null,
    external_accounts: {
      object: 'list',
      data: platform.on(id).select('bank_account').reverse(),
      has_more: false,
      url: `/v1/accounts/${id}/external_accounts`,
    },
    future_requirements: {
      ...requirements,
      currently_due: [],
      eventually_due: [],
      past_due: [],
      disabled_reason: null,
    },
    metadata: account.metadata ?? {},
    payouts_enabled: isActive,
    requirements,
    type: 'none',
  };
}
