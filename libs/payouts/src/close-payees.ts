import { Database } from '@app/database';
import { type Sweep, step } from '@app/kernel';
import { StripeGateway, StripeRefused, StripeUnclear } from '@app/stripe';
import { Injectable, Logger } from '@nestjs/common';

import { PollTimes } from './poll-times.ts';
import { RefreshPayees } from './refresh-payees.ts';

const ASK_AGAIN_AFTER_MINUTES = 60;

interface ClosingPayee {
  readonly id: string;
  readonly account: string;
  /** Stripe remembers what it answered to a key. */
  readonly refusals: number;
}

/** The account at Stripe of somebody who was erased is closed: when Stripe does not, since something is left in it, an hour later. */
@Injectable()
export class ClosePayees implements Sweep {
  readonly name = 'payouts.close-payees';
  readonly #asked = new PollTimes(ASK_AGAIN_AFTER_MINUTES);
  readonly #log = new Logger('payouts');

  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly refresh: RefreshPayees,
  ) {}

  /** How many were closed. */
  async run(now: Date): Promise<number> {
    const payees = await this.db.reader.query<ClosingPayee[]>(
      `select id, stripe_account_id as account, closing_refusals as refusals from payee
        where closing_at is not null and state <> 'closed' order by closing_at, id`,
    );
    let closed = 0;
    for (const payee of payees) if (this.#asked.isDue(payee.id, now)) closed += Number(await this.close(payee, now));
    return closed;
  }

  /** Erasure makes it due. */
  nextDueAt(): Promise<Date | null> {
    return Promise.resolve(null);
  }

  private async close({ id, account, refusals }: ClosingPayee, now: Date): Promise<boolean> {
    step.reached('payee_closing.claimed');
    try {
      await this.stripe.closePayee(account, { idempotencyKey: `payee:${id}:close:${refusals}` });
      step.reached('payee_closing.called');
      await this.refresh.account(account, now);
      return true;
    } catch (error) {
      if (!(error instanceof StripeRefused || error instanceof StripeUnclear)) throw error;
      this.#log.warn(`Payee ${id} is not closed at Stripe yet. ${error.message}`);
      if (error instanceof StripeRefused)
        await this.db.transaction((tx) =>
          tx.query(`update payee set closing_refusals = $2 where id = $1`, [id, refusals + 1]),
        );
      return false;
    }
  }
}
