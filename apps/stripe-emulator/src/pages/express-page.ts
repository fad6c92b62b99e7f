import type { Context } from '../context.ts';
import { balanceOf } from '../resources/balance.ts';
import { amountText, html } from './html.ts';
import { page } from './layout.ts';

/** What a payee sees of their own account at Stripe. `context` is that account's. */
export function expressPage(context: Context): string {
  const { available, pending } = balanceOf(context);
  const payouts = context.list('payout', {}).data;
  const sums = (title: string, amounts: typeof available) =>
    amounts.map(
      ({ amount, currency }) =>
        html`<tr>
          <td>${title}</td>
          <td>${amountText(amount, currency)}</td>
        </tr>`,
    );
  return page(
    'Your earnings',
    html`
      <h1>Your earnings</h1>
      <table>
        ${sums('Available', available)}${sums('Pending', pending)}
      </table>
      <h1>Payouts</h1>
      ${payouts.length === 0 ? html`<p class="quiet">None yet.</p>` : null}
      <table>
        ${payouts.map(
          ({ amount, currency, status, arrival_date }) =>
            html`<tr>
              <td>${new Date(arrival_date * 1000).toISOString().slice(0, 10)}, ${status.replace('_', ' ')}</td>
              <td>${amountText(amount, currency)}</td>
            </tr>`,
        )}
      </table>
    `,
  );
}
