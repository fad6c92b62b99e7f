import { Clock, step } from '@app/kernel';
import { StripeGateway, StripeRefused, StripeUnclear } from '@app/stripe';
import { Injectable, Logger } from '@nestjs/common';

import type { ClaimedTransfer } from './claimed-transfer.ts';
import { SettleTransfer } from './settle-transfer.ts';

/** Stripe forgets a key after 24 hours: past this a repeat would be a second transfer, so it is looked up first. */
const KEY_LIVES_HOURS = 23;
const HOUR_MS = 3_600_000;

/** Asks Stripe for one claimed transfer, and settles what became of it. */
@Injectable()
export class SendTransfer {
  readonly #log = new Logger('payouts');

  constructor(
    private readonly stripe: StripeGateway,
    private readonly settle: SettleTransfer,
    private readonly clock: Clock,
  ) {}

  /** Whether it is settled now. Without a clear answer it stays claimed, and the sweep comes back to it. */
  async run(transfer: ClaimedTransfer): Promise<boolean> {
    step.reached('transfer.claimed');
    try {
      const { id } = (await this.madeBefore(transfer)) ?? (await this.call(transfer));
      step.reached('transfer.called');
      return await this.settle.sent(transfer, id);
    } catch (error) {
      if (error instanceof StripeRefused) return this.settle.refused(transfer, error);
      if (!(error instanceof StripeUnclear)) throw error;
      this.#log.warn(`Transfer ${transfer.id} is left claimed. ${error.message}`);
      return false;
    }
  }

  private async madeBefore(transfer: ClaimedTransfer): Promise<{ id: string } | null> {
    const age = this.clock.now().getTime() - transfer.claimedAt.getTime();
    if (age < KEY_LIVES_HOURS * HOUR_MS) return null;
    return this.stripe.findTransfer({ transferGroup: groupOf(transfer), transferId: transfer.id });
  }

  private call(transfer: ClaimedTransfer): Promise<{ id: string }> {
    const { id: transferId, amount, destination, chargeId } = transfer;
    return this.stripe.createTransfer(
      { transferId, amount, destination, chargeId, transferGroup: groupOf(transfer) },
      { idempotencyKey: `tr:${transferId}` },
    );
  }
}

/** The same as the charge's: everything that one invoice moved. */
function groupOf({ invoiceId }: ClaimedTransfer): string {
  return `inv_${invoiceId}`;
}
