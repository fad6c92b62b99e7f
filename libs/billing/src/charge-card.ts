import { Config } from '@app/config';
import { Database } from '@app/database';
import { Clock, step } from '@app/kernel';
import {
  type Authentication,
  type Declined,
  PAYMENT_CANCELED,
  type PaymentOutcome,
  StripeGateway,
  StripeRefused,
  StripeUnclear,
} from '@app/stripe';
import { Injectable } from '@nestjs/common';

import { ChargeAttempt } from './charge-attempt.entity.ts';
import type { ClaimedCharge } from './claim-charges.ts';
import { SettleCharge } from './settle-charge.ts';

/** Stripe keeps a key's answer for 24 hours. Later the same key would be a new request: look before repeating. */
const KEY_HOLDS_HOURS = 23;
/** For the bank's question to its cardholder. After it the client may begin anew, and another card may be charged. */
export const ANSWER_WITHIN_MINUTES = 60;
const MINUTE_MS = 60_000;
const UNANSWERED = {
  code: 'authentication_unanswered',
  declineCode: null,
  advice: null,
  chargeId: null,
  message: 'The bank asked for a confirmation that was not given.',
};

/** Between claim and settlement: one PaymentIntent an invoice, made and stored before it is confirmed. */
@Injectable()
export class ChargeCard {
  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly settle: SettleCharge,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Whether it came to an end. When Stripe gives no clear answer the charge stays claimed, and is taken up later. */
  async run(charge: ClaimedCharge): Promise<boolean> {
    step.reached('charge.claimed');
    return this.toTheEnd(charge, async (intentId) => this.confirm(charge, intentId));
  }

  /** For a charge that was left in the middle: what Stripe knows of it comes first. */
  async takeUp(charge: ClaimedCharge): Promise<boolean> {
    const { attempt } = charge;
    return this.toTheEnd(charge, async (intentId) => {
      const known = await this.stripe.readPaymentIntent(intentId);
      if (known.kind === 'succeeded' || known.kind === 'processing') return known;
      if (attempt.state === 'waiting') {
        if (known.kind === 'declined') return known;
        return this.isOlderThan(charge, ANSWER_WITHIN_MINUTES) ? { kind: 'declined', ...UNANSWERED } : 'still waiting';
      }
      const keyHolds = !this.isOlderThan(charge, KEY_HOLDS_HOURS * 60);
      // Repeated, it says once more what came of it. A PaymentIntent never succeeds twice.
      if (known.kind === 'untried' || keyHolds || !(await this.cameOf(charge, known)))
        return this.confirm(charge, intentId);
      return known.kind === 'authentication' ? { kind: 'declined', ...UNANSWERED } : known;
    });
  }

  /** False: it came of an attempt before this one, with the same PaymentIntent, and Stripe never heard of this one. */
  private async cameOf({ attempt }: ClaimedCharge, known: Declined | Authentication): Promise<boolean> {
    const { invoiceId, number, onSession } = attempt;
    if (number === 1) return true;
    if (known.kind === 'authentication') return onSession;
    if (known.code === PAYMENT_CANCELED) return true;
    return (
      known.chargeId !== null &&
      !(await this.db.reader.existsBy(ChargeAttempt, { invoiceId, chargeId: known.chargeId }))
    );
  }

  private async toTheEnd(
    charge: ClaimedCharge,
    outcomeOf: (intentId: string) => Promise<PaymentOutcome | 'still waiting'>,
  ): Promise<boolean> {
    const { id } = charge.attempt;
    try {
      const outcome = await outcomeOf(await this.intentOf(charge));
      if (outcome === 'still waiting') return false;
      switch (outcome.kind) {
        case 'processing':
          return false;
        case 'succeeded':
          return await this.settle.succeeded(id, outcome.chargeId);
        case 'authentication':
          return await this.settle.waiting(id, outcome.url);
        case 'declined':
          return await this.settle.declined(id, outcome);
      }
    } catch (error) {
      if (error instanceof StripeUnclear || isBeingConfirmed(error)) return false;
      if (!(error instanceof StripeRefused)) throw error;
      const { code, message } = error;
      return this.settle.declined(id, { code, declineCode: null, advice: null, chargeId: null, message });
    }
  }

  /** It asks for what is owed now, which a credit note may have made less. */
  private async intentOf(charge: ClaimedCharge): Promise<string> {
    const { invoice, attempt } = charge;
    const { paymentIntentId: id, owed } = invoice;
    if (id === null) return this.createIntent(charge);
    if (attempt.state === 'claimed' && invoice.intentCents?.cents !== owed.cents) {
      await this.stripe.updatePaymentIntent(id, owed, { idempotencyKey: `inv:${invoice.id}:amount:${owed.cents}` });
      step.reached('payment_change.called');
      await this.db.transaction((tx) =>
        tx.query(`update invoice set intent_cents = $2 where id = $1`, [invoice.id, owed.cents]),
      );
    }
    return id;
  }

  /** One that was made but never stored was never confirmed either: making another moves no money. */
  private async createIntent({ invoice, attempt, customerId }: ClaimedCharge): Promise<string> {
    const { id } = await this.stripe.createPaymentIntent(
      {
        amount: invoice.owed,
        customerId,
        paymentMethodId: attempt.paymentMethodId,
        invoiceId: invoice.id,
        transferGroup: `inv_${invoice.id}`,
      },
      { idempotencyKey: `inv:${invoice.id}:pi:${invoice.owed.cents}` },
    );
    step.reached('charge.intent_created');
    await this.db.transaction((tx) =>
      tx.query(
        `update invoice set payment_intent_id = $2, intent_cents = $3 where id = $1 and payment_intent_id is null`,
        [invoice.id, id, invoice.owed.cents],
      ),
    );
    step.reached('charge.intent_stored');
    return id;
  }

  private async confirm({ invoice, attempt }: ClaimedCharge, intentId: string): Promise<PaymentOutcome> {
    const outcome = await this.stripe.confirmPaymentIntent(
      intentId,
      { paymentMethodId: attempt.paymentMethodId, returnUrl: attempt.onSession ? this.wayBack(invoice.id) : null },
      { idempotencyKey: `inv:${invoice.id}:confirm:${attempt.number}` },
    );
    step.reached('charge.confirmed');
    return outcome;
  }

  private wayBack(invoiceId: string): string {
    return new URL(`/hire/invoices/${invoiceId}?answered=1`, this.config.env.PUBLIC_URL).href;
  }

  private isOlderThan({ attempt }: ClaimedCharge, minutes: number): boolean {
    return this.clock.now().getTime() - attempt.claimedAt.getTime() >= minutes * MINUTE_MS;
  }
}

/** Somebody else got further with the same PaymentIntent; reading it will tell. */
function isBeingConfirmed(error: unknown): boolean {
  return error instanceof StripeRefused && error.code === 'payment_intent_unexpected_state';
}
