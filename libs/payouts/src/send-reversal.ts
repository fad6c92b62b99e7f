import { Clock, step } from '@app/kernel';
import { StripeGateway, StripeRefused, StripeUnclear } from '@app/stripe';
import { Injectable, Logger } from '@nestjs/common';

import type { ClaimedReversal } from './reversals.repository.ts';
import { SettleReversal } from './settle-reversal.ts';

/** Stripe forgets a key after 24 hours: past this a repeat would be a second reversal, so it is looked up first. */
const KEY_LIVES_HOURS = 23;
const HOUR_MS = 3_600_000;

/** Asks Stripe for one claimed reversal, and settles what became of it. */
@Injectable()
export class SendReversal {
  readonly #log = new Logger('payouts');

  constructor(
    private readonly stripe: StripeGateway,
    private readonly settle: SettleReversal,
    private readonly clock: Clock,
  ) {}

  /** Whether it is settled now. Without a clear answer it stays claimed, and the sweep comes back to it. */
  async run(reversal: ClaimedReversal): Promise<boolean> {
    step.reached('reversal.claimed');
    try {
      const { id } = (await this.madeBefore(reversal)) ?? (await this.call(reversal));
      step.reached('reversal.called');
      const settled = await this.settle.sent(reversal, id);
      step.reached('reversal.settled');
      return settled;
    } catch (error) {
      if (error instanceof StripeRefused) return this.settle.refused(reversal, error);
      if (!(error instanceof StripeUnclear)) throw error;
      this.#log.warn(`Reversal ${reversal.id} is left claimed. ${error.message}`);
      return false;
    }
  }

  private async madeBefore({ id, transferStripeId, claimedAt }: ClaimedReversal): Promise<{ id: string } | null> {
    const age = this.clock.now().getTime() - claimedAt.getTime();
    if (age < KEY_LIVES_HOURS * HOUR_MS) return null;
    return this.stripe.findReversal({ transferId: transferStripeId, reversalId: id });
  }

  private call({ id, transferStripeId, amount }: ClaimedReversal): Promise<{ id: string }> {
    return this.stripe.createReversal(
      { reversalId: id, transferId: transferStripeId, amount },
      { idempotencyKey: `trr:${id}` },
    );
  }
}
