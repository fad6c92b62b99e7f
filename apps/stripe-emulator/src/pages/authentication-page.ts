import type Stripe from 'stripe';

import { amountText, html } from './html.ts';
import { page } from './layout.ts';

/** The bank asks its cardholder: 3-D Secure. */
export function authenticationPage(intent: Stripe.SetupIntent | Stripe.PaymentIntent): string {
  const what =
    intent.object === 'payment_intent'
      ? `a payment of ${amountText(intent.amount, intent.currency)}`
      : 'that this card is saved';
  return page(
    'Your bank asks',
    html`
      <h1>Your bank asks</h1>
      <p class="quiet">3-D Secure, as a test: do you confirm ${what}?</p>
      <form method="post" action="/authenticate/${intent.id}">
        <button type="submit" name="answer" value="confirm">Confirm</button>
        <button type="submit" name="answer" value="refuse" class="second">Fail the authentication</button>
      </form>
    `,
  );
}
