import { Database } from '@app/database';
import { type Sweep, step } from '@app/kernel';
import { StripeGateway, StripeRefused, StripeUnclear } from '@app/stripe';
import { Injectable, Logger } from '@nestjs/common';

const AT_ONCE = 20;

/** Nothing is left to pay of an invoice: its PaymentIntent is cancelled, so that no page can pay it either. */
@Injectable()
export class CancelPayments implements Sweep {
  readonly name = 'billing.cancel-payments';
  readonly #log = new Logger('billing');

  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
  ) {}

  async run(now: Date): Promise<number> {
    const payments = await this.db.reader.query<{ id: string; intentId: string }[]>(
      `select id, payment_intent_id as "intentId" from invoice
        where state = 'void' and payment_intent_id is not null and intent_canceled_at is null order by state_at limit $1`,
      [AT_ONCE],
    );
    let cancelled = 0;
    for (const payment of payments) cancelled += Number(await this.cancel(payment, now));
    return cancelled;
  }

  /** Voiding makes it due. */
  nextDueAt(): Promise<Date | null> {
    return Promise.resolve(null);
  }

  /** Repeated it is the same: nothing is claimed before. */
  private async cancel({ id, intentId }: { id: string; intentId: string }, now: Date): Promise<boolean> {
    try {
      const inTime = await this.stripe.cancelPaymentIntent(intentId, { idempotencyKey: `inv:${id}:cancel` });
      step.reached('payment_cancel.called');
      if (!inTime) this.#log.error(`Invoice ${id} is void, and was paid all the same`);
    } catch (error) {
      if (!(error instanceof StripeUnclear || error instanceof StripeRefused)) throw error;
      this.#log.warn(`The payment of invoice ${id} is not cancelled yet. ${error.message}`);
      return false;
    }
    await this.db.transaction((tx) =>
      tx.query(`update invoice set intent_canceled_at = $2 where id = $1 and intent_canceled_at is null`, [id, now]),
    );
    return true;
  }
}
