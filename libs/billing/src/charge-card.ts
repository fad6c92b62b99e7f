import { Database } from '@app/database';
import { Clock, step } from '@app/kernel';
import { type PaymentOutcome, StripeGateway, StripeRefused, StripeUnclear } from '@app/stripe';
import { Injectable } from '@nestjs/common';

import type { ClaimedCharge } from './claim-charges.ts';
import { SettleCharge } from './settle-charge.ts';

/** Stripe keeps a key's answer for 24 hours. Later the same key would be a new request: look before repeating. */
const KEY_HOLDS_HOURS = 23;
const HOUR_MS = 3_600_000;

/** Between claim and settlement: one PaymentIntent an invoice, made and stored before it is confirmed. */
@Injectable()
export class ChargeCard {
  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly settle: SettleCharge,
    private readonly clock: Clock,
  ) {}

  /** Whether it came to an end. When Stripe gives no clear answer the charge stays claimed, and is taken up later. */
  async run(charge: ClaimedCharge): Promise<boolean> {
    step.reached('charge.claimed');
    return this.toTheEnd(charge, async (intentId) => this.confirm(charge, intentId));
  }

  /** For a charge that was left in the middle: what Stripe knows of it comes first. */
  async takeUp(charge: ClaimedCharge): Promise<boolean> {
    return this.toTheEnd(charge, async (intentId) => {
      const known = await this.stripe.readPaymentIntent(intentId);
      if (known.kind === 'succeeded' || known.kind === 'processing') return known;
      const age = this.clock.now().getTime() - charge.attempt.claimedAt.getTime();
      const keyHolds = age < KEY_HOLDS_HOURS * HOUR_MS;
      // A decline may be the attempt before this one's; while the key holds, repeating tells them apart.
      return known.kind === 'untried' || keyHolds ? this.confirm(charge, intentId) : known;
    });
  }

  private async toTheEnd(
    charge: ClaimedCharge,
    outcomeOf: (intentId: string) => Promise<PaymentOutcome>,
  ): Promise<boolean> {
    try {
      const outcome = await outcomeOf(charge.invoice.paymentIntentId ?? (await this.createIntent(charge)));
      switch (outcome.kind) {
        case 'processing':
          return false;
        case 'succeeded':
          return await this.settle.succeeded(charge.attempt.id, outcome.chargeId);
        case 'declined':
          return await this.settle.declined(charge.attempt.id, outcome);
      }
    } catch (error) {
      if (error instanceof StripeUnclear || isBeingConfirmed(error)) return false;
      if (!(error instanceof StripeRefused)) throw error;
      const { code, message } = error;
      return this.settle.declined(charge.attempt.id, { code, declineCode: null, advice: null, message });
    }
  }

  /** One that was made but never stored was never confirmed either: making another moves no money. */
  private async createIntent({ invoice, attempt, customerId }: ClaimedCharge): Promise<string> {
    const { id } = await this.stripe.createPaymentIntent(
      {
        amount: invoice.totalCents,
        customerId,
        paymentMethodId: attempt.paymentMethodId,
        invoiceId: invoice.id,
        transferGroup: `inv_${invoice.id}`,
      },
      { idempotencyKey: `inv:${invoice.id}:pi` },
    );
    step.reached('charge.intent_created');
    await this.db.transaction((tx) =>
      tx.query(`update invoice set payment_intent_id = $2 where id = $1 and payment_intent_id is null`, [
        invoice.id,
        id,
      ]),
    );
    step.reached('charge.intent_stored');
    return id;
  }

  private async confirm({ invoice, attempt }: ClaimedCharge, intentId: string): Promise<PaymentOutcome> {
    const outcome = await this.stripe.confirmPaymentIntent(
      intentId,
      { paymentMethodId: attempt.paymentMethodId },
      { idempotencyKey: `inv:${invoice.id}:confirm:${attempt.number}` },
    );
    step.reached('charge.confirmed');
    return outcome;
  }
}

/** Somebody else got further with the same PaymentIntent; reading it will tell. */
function isBeingConfirmed(error: unknown): boolean {
  return error instanceof StripeRefused && error.code === 'payment_intent_unexpected_state';
}
