import type Stripe from 'stripe';

import { invalid } from '../api/api-error.ts';
import { operation } from '../api/operation.ts';
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';
import type { AccountLink } from '../kinds.ts';
import { setStanding, tellAccount } from './accounts.ts';
import { schedulePayouts } from './balance-settings.ts';

const LINK_LIVES_MS = 5 * 60_000;

/** The bank account that needs nothing special to happen. */
const GOOD_BANK_ACCOUNT = '000123456789';

export interface BankHidden {
  number: string;
}

export const accountLinkOperations = [
  operation<Stripe.V2.Core.AccountLinkCreateParams>(
    'POST /v2/core/account_links',
    ['account', 'use_case'],
    ({ context, params }) => {
      context.get('v2.core.account', params.account, 'account');
      const id = newId('acctlink', 16);
      const link: AccountLink = {
        id,
        object: 'v2.core.account_link',
        account: params.account,
        created: context.now.toISOString(),
        expires_at: new Date(context.now.getTime() + LINK_LIVES_MS).toISOString(),
        livemode: false,
        url: `${context.emulator.url}/onboarding/${id}`,
        use_case: params.use_case,
      };
      const { id: _id, ...shown } = context.insert('v2.core.account_link', link);
      return shown;
    },
  ),
];

/** An account link is good for one visit within five minutes. Throws what the page then shows. */
export function visitLink(context: Context, id: string): AccountLink {
  const link = context.get('v2.core.account_link', id, 'id');
  const { isUsed } = context.hidden<{ isUsed: boolean }>(id);
  if (isUsed || Date.parse(link.expires_at) <= context.now.getTime())
    throw invalid('account_link_expired', 'This link has been used or has expired.');
  return link;
}

export function spendLink(context: Context, link: AccountLink): void {
  context.hide<{ isUsed: boolean }>(link.id, { isUsed: true });
  const related = link.account;
  tellAccount(context, related, 'v2.core.account_link.returned', {
    account_id: related,
    configurations: ['recipient'],
    use_case: link.use_case.type,
  });
}

/** Everything was filled in: a bank account is there and transfers can be received. */
export function completeOnboarding(
  context: Context,
  id: string,
  bankNumber = GOOD_BANK_ACCOUNT,
): Stripe.V2.Core.Account {
  const account = context.platform.get('v2.core.account', id, 'id');
  addBankAccount(context.on(id), account, bankNumber);
  tellAccount(context, id, 'v2.core.account[identity].updated');
  const active = setStanding(context, id, 'active');
  schedulePayouts(context.on(id));
  return active;
}

/** Replaces the bank account that payouts go to. */
function addBankAccount(context: Context, account: Stripe.V2.Core.Account, number: string): void {
  context.select('bank_account').forEach((old) => context.change(old, { default_for_currency: false }));
  const bank = context.insert(
    'bank_account',
    {
      id: newId('ba'),
      object: 'bank_account',
      account: context.account,
      account_holder_name: account.display_name ?? null,
      account_holder_type: 'individual',
      account_type: null,
      available_payout_methods: number === '000888888883' ? ['standard'] : ['standard', 'instant'],
      bank_name: 'STRIPE TEST BANK',
      country: (account.identity?.country ?? 'us').toUpperCase(),
      currency: account.defaults?.currency ?? 'usd',
      default_for_currency: true,
      fingerprint: number.slice(-8),
      last4: number.slice(-4),
      metadata: {},
      routing_number: '110000000',
      status: 'new',
    },
    { number } satisfies BankHidden,
  );
  context.tell('account.external_account.created', bank);
}
