import type Stripe from 'stripe';

import type { AccountLink } from '../kinds.ts';
import { html } from './html.ts';
import { errorNote, page } from './layout.ts';

const BANKS = [
  ['000123456789', 'works'],
  ['000111111116', 'payouts fail: no such account'],
  ['000111111113', 'payouts fail: account closed'],
  ['000222222227', 'payouts fail: insufficient funds'],
] as const;

/** Where a payee tells Stripe who they are and where their money goes. */
export function onboardingPage(
  link: AccountLink,
  account: Stripe.V2.Core.Account,
  error: string | null = null,
): string {
  const country = (account.identity?.country ?? '').toUpperCase();
  return page(
    'Get paid',
    html`
      <h1>Get paid</h1>
      <p class="quiet">
        ${account.display_name ?? account.contact_email ?? account.id}${country ? `, ${country}` : ''}. Choose how this
        test onboarding ends.
      </p>
      ${errorNote(error)}
      <form method="post" action="/onboarding/${link.id}">
        <fieldset>
          <legend>Your details</legend>
          <label class="choice"
            ><input type="radio" name="choice" value="complete" checked /> Complete: everything is filled in and
            verified</label
          >
          <label class="choice"
            ><input type="radio" name="choice" value="missing" /> Leave something missing and come back later</label
          >
          <label class="choice"><input type="radio" name="choice" value="reject" /> Be rejected by Stripe</label>
        </fieldset>
        <label for="bank">Bank account</label>
        <select id="bank" name="bank">
          ${BANKS.map(([number, what]) => html`<option value="${number}">${number}: ${what}</option>`)}
        </select>
        <button type="submit">Continue</button>
      </form>
    `,
  );
}
