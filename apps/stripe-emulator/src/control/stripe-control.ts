import type { FaultRule } from '../api/faults.ts';
import type { JournalEntry, JournalFilter } from '../api/journal.ts';
import type { BalanceSnapshot } from './balances.ts';

/** Moves the local Stripe from the outside, over HTTP, from any process that knows its address and token. */
export class StripeControl {
  private readonly url: string;
  private readonly token: string;

  constructor(url: string, controlToken: string) {
    this.url = url;
    this.token = controlToken;
  }

  /** `nextDueAt` is when something next happens by itself: a charge settles, funds become available, a payout runs. */
  async clock(): Promise<{ now: Date; nextDueAt: Date | null; mode: 'real' | 'frozen' }> {
    return asClock(await this.act('clock'));
  }

  /** Freezes the clock at `at`, after everything due until then has happened at its own instant. */
  async advanceTo(at: Date): Promise<{ now: Date; nextDueAt: Date | null }> {
    return asClock(await this.act('advance', { at }));
  }

  async followSystemClock(): Promise<void> {
    await this.act('follow_system_clock');
  }

  /** Resolves when no webhook is waiting to be delivered. Throws naming those that keep failing. */
  async drain(): Promise<void> {
    const { failing } = await this.act<{ failing: string[] }>('drain');
    if (failing.length > 0) throw new Error(`These webhooks keep failing:\n${failing.join('\n')}`);
  }

  async addFault(rule: FaultRule): Promise<void> {
    await this.act('add_fault', rule);
  }

  async clearFaults(): Promise<void> {
    await this.act('clear_faults');
  }

  /** The cardholder's bank charges the charge back: `{ amount, reason, inquiry }`, all optional. */
  async dispute(
    chargeId: string,
    options: { amount?: number; reason?: string; inquiry?: boolean } = {},
  ): Promise<{ id: string; status: string }> {
    return this.act('dispute', { charge: chargeId, ...options });
  }

  /** Also wins a dispute that was lost before. The fee comes back only when asked. */
  async winDispute(id: string, options: { returnsFee?: boolean } = {}): Promise<void> {
    await this.act('win_dispute', { id, ...options });
  }

  async loseDispute(id: string): Promise<void> {
    await this.act('lose_dispute', { id });
  }

  /** Also fails a payout that was paid. */
  async failPayout(id: string, code?: string): Promise<void> {
    await this.act('fail_payout', { id, code });
  }

  /** A payee sends so many cents of their balance to their bank themselves, as Stripe's own pages let them. */
  async payOutByHand(accountId: string, amount: number): Promise<{ id: string }> {
    return this.act('pay_out_by_hand', { account: accountId, amount });
  }

  /** `reason` is a status detail code of Stripe's, such as `requirements_past_due`. */
  async setAccountStatus(
    accountId: string,
    status: 'active' | 'restricted' | 'rejected' | 'closed',
    reason?: string,
  ): Promise<void> {
    await this.act('set_account_status', { account: accountId, status, reason });
  }

  /** What the onboarding page's "complete" does. `bankNumber` is one of Stripe's test bank accounts. */
  async completeOnboarding(accountId: string, bankNumber?: string): Promise<void> {
    await this.act('complete_onboarding', { account: accountId, bankNumber });
  }

  /** What submitting the hosted page does; a card whose bank asks is authenticated. Throws when it is declined. */
  async completeCheckout(
    sessionId: string,
    { cardNumber = '4242424242424242' }: { cardNumber?: string } = {},
  ): Promise<void> {
    await this.act('complete_checkout', { session: sessionId, cardNumber });
  }

  async payInSetupCheckout(sessionId: string, cardNumber?: string): Promise<void> {
    await this.completeCheckout(sessionId, cardNumber === undefined ? {} : { cardNumber });
  }

  /** The platform sends itself money from its bank, in cents: there on the next business day. */
  async topUp(amount: number): Promise<void> {
    await this.act('top_up', { amount });
  }

  /** So many cents leave the platform's balance for a good cause, as somebody agreed to at the Dashboard. */
  async contribute(amount: number): Promise<void> {
    await this.act('contribute', { amount });
  }

  /** Somebody charges a card for this invoice by hand, in cents, beside its own payment. */
  async chargeByHand(invoiceId: string, amount: number): Promise<{ charge: string }> {
    return this.act('charge_by_hand', { invoice: invoiceId, amount });
  }

  /** What the bank's page does: its cardholder confirms the payment, or does not. Throws when it is declined then. */
  async authenticate(intentId: string, { confirms = true }: { confirms?: boolean } = {}): Promise<void> {
    await this.act('authenticate', { id: intentId, confirms });
  }

  async detachCard(paymentMethodId: string): Promise<void> {
    await this.act('detach_card', { id: paymentMethodId });
  }

  /** From now on a saved card `succeeds`, or is declined with this decline code (`insufficient_funds`, `lost_card`...). */
  async setCardOutcome(paymentMethodId: string, outcome: string): Promise<void> {
    await this.act('set_card_outcome', { id: paymentMethodId, outcome });
  }

  /** The journal of API requests, oldest first. */
  async requests(filter: JournalFilter = {}): Promise<JournalEntry[]> {
    return this.act('requests', filter);
  }

  /** Both must be empty at the end of a test run. */
  async counters(): Promise<{ unimplemented: string[]; violations: string[] }> {
    return this.act('counters');
  }

  /** Cents, by account and currency. */
  async balances(): Promise<BalanceSnapshot[]> {
    return this.act('balances');
  }

  /** Forgets everything but the clock and the webhook endpoints given at the start. */
  async reset(): Promise<void> {
    await this.act('reset');
  }

  private async act<Result = unknown>(name: string, asked: object = {}): Promise<Result> {
    const response = await fetch(`${this.url}/_emulator/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
    const answer = (await response.json()) as { result?: Result; error?: { message: string; decline_code?: string } };
    if (response.ok) return answer.result as Result;
    throw new Error(
      `${name}: ${answer.error?.message ?? response.status}${answer.error?.decline_code ? ` (${answer.error.decline_code})` : ''}`,
    );
  }
}

function asClock(told: unknown): { now: Date; nextDueAt: Date | null; mode: 'real' | 'frozen' } {
  const { now, nextDueAt, mode } = told as { now: string; nextDueAt: string | null; mode: 'real' | 'frozen' };
  return { now: new Date(now), nextDueAt: nextDueAt === null ? null : new Date(nextDueAt), mode };
}
