import type { PayeeState } from './payee.state.ts';
import type { PayoutByClient } from './bank-payouts.repository.ts';

/** What being paid stands at, in plain words. `none`: never begun. */
export function payeeSays(state: PayeeState | 'none', isPaused = false): string {
  if (isPaused && state === 'active')
    return 'Payouts to you are suspended: what lies in your balance at Stripe stays there until that ends.';
  switch (state) {
    case 'none':
      return 'Tell Stripe, who pays you, where your money should go. Until then it waits for you.';
    case 'onboarding':
      return 'Stripe still needs something from you, or is checking it. Money that is due waits until that is done.';
    case 'active':
      return 'You are paid out every Tuesday and Friday.';
    case 'restricted':
      return 'Stripe has stopped payments to you until you give it what it asks for. Money that is due waits for you.';
    case 'closed':
      return 'This account at Stripe is closed. Money that is due waits until support has set up another.';
  }
}

export function payoutSays({ status, failure }: Pick<PayoutByClient, 'status' | 'failure'>): string {
  switch (status) {
    case 'pending':
      return 'On its way to your bank soon.';
    case 'in_transit':
      return 'On its way to your bank.';
    case 'paid':
      return 'Paid to your bank.';
    case 'canceled':
      return 'Cancelled: the money is back in your balance at Stripe and goes with a later payout.';
    case 'failed':
      return `Your bank did not take it${failure === null ? '' : ` (${failure.replaceAll('_', ' ')})`}: the money is back in your balance at Stripe. Check your bank details there.`;
  }
}
