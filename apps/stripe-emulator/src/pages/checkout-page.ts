import type Stripe from 'stripe';

import type { SessionHidden } from '../resources/checkout-sessions.ts';
import { amountText, html, type Html } from './html.ts';
import { errorNote, page } from './layout.ts';

const TRY = [
  ['4242 4242 4242 4242', 'works'],
  ['4000 0025 0000 3155', 'asks for 3-D Secure, then works'],
  ['4000 0082 6000 3178', 'asks for 3-D Secure, later has insufficient funds'],
  ['4000 0000 0000 0341', 'can be saved, later is declined'],
  ['4000 0000 0000 0002', 'is declined'],
  ['4000 0000 0000 9995', 'has insufficient funds'],
  ['4000 0000 0000 0259', 'is charged back later'],
] as const;

/** Where a card is saved or an amount is paid. */
export function checkoutPage(
  session: Stripe.Checkout.Session,
  items: SessionHidden['items'],
  error: string | null,
  number: string,
): string {
  const isSetup = session.mode === 'setup';
  const title = isSetup ? 'Save a card' : 'Pay by card';
  return page(
    title,
    html`
      <h1>${title}</h1>
      ${isSetup ? html`<p class="quiet">It will be charged later, when it is due. Nothing is charged now.</p>` : order(session, items)}
      ${errorNote(error)}
      <form method="post" action="/checkout/${session.id}">
        <label for="number">Card number</label>
        <input id="number" name="number" inputmode="numeric" autocomplete="off" required value="${number}" />
        <div class="pair">
          <div>
            <label for="expiry">Expires</label><input id="expiry" name="expiry" autocomplete="off" value="12 / 34" />
          </div>
          <div>
            <label for="cvc">CVC</label><input id="cvc" name="cvc" inputmode="numeric" autocomplete="off" value="123" />
          </div>
        </div>
        <button type="submit">${isSetup ? 'Save card' : `Pay ${total(session)}`}</button>
      </form>
      ${session.cancel_url ? html`<a class="button second" href="${session.cancel_url}">Cancel</a>` : null}
      <details>
        <summary>Other test cards</summary>
        <table>
          ${TRY.map(
            ([card, what]) =>
              html`<tr>
                <td>${card}</td>
                <td>${what}</td>
              </tr>`,
          )}
        </table>
      </details>
    `,
  );
}

function order(session: Stripe.Checkout.Session, items: SessionHidden['items']): Html {
  const currency = session.currency ?? 'usd';
  return html`
    <p class="total">${total(session)}</p>
    <table>
      ${items.map(
        ({ name, cents, quantity }) =>
          html`<tr>
            <td>${name} × ${quantity}</td>
            <td>${amountText(cents * quantity, currency)}</td>
          </tr>`,
      )}
    </table>
  `;
}

function total(session: Stripe.Checkout.Session): string {
  return amountText(session.amount_total ?? 0, session.currency ?? 'usd');
}
