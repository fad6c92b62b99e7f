import { Database } from '@app/database';
import { Clock, type Sweep, step } from '@app/kernel';
import { StripeGateway, StripeRefused, StripeUnclear } from '@app/stripe';
import { Injectable, Logger } from '@nestjs/common';

import { Payees } from './payees.repository.ts';
import { type ClaimedSchedule, PayoutSchedules } from './payout-schedules.repository.ts';
import { PollTimes } from './poll-times.ts';

const ASK_AGAIN_AFTER_MINUTES = 5;

/**
 * What lies in an assistant's balance at Stripe leaves it by Stripe's own schedule: while payouts to them are suspended
 * there is none, and when the suspension has ended there is again.
 */
@Injectable()
export class KeepPayoutSchedules implements Sweep {
  readonly name = 'payouts.keep-payout-schedules';
  readonly #asked = new PollTimes(ASK_AGAIN_AFTER_MINUTES);
  readonly #log = new Logger('payouts');

  constructor(
    private readonly db: Database,
    private readonly payees: Payees,
    private readonly schedules: PayoutSchedules,
    private readonly stripe: StripeGateway,
    private readonly clock: Clock,
  ) {}

  /** How many schedules were changed. */
  async run(now: Date): Promise<number> {
    const before = await this.askAll(now);
    for (const assistantId of await this.schedules.amiss()) await this.claim(assistantId);
    return before + (await this.askAll(now));
  }

  /** A suspension and its end make it due at once. */
  nextDueAt(): Promise<Date | null> {
    return Promise.resolve(null);
  }

  private claim(assistantId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      await this.payees.lock(tx, assistantId);
      return this.schedules.claim(tx, assistantId, this.clock.now());
    });
  }

  private async askAll(now: Date): Promise<number> {
    let changed = 0;
    for (const schedule of await this.schedules.claimed())
      if (this.#asked.isDue(schedule.id, now)) changed += Number(await this.ask(schedule));
    return changed;
  }

  /** Asked twice it is the same: another is claimed only when this one is settled. */
  private async ask(schedule: ClaimedSchedule): Promise<boolean> {
    const { id, account, interval, refusals } = schedule;
    step.reached('payout_schedule.claimed');
    try {
      await this.stripe.schedulePayouts(account, interval, { idempotencyKey: `schedule:${id}:${refusals}` });
      step.reached('payout_schedule.called');
      await this.db.transaction((tx) => this.schedules.settle(tx, id, this.clock.now()));
      return true;
    } catch (error) {
      if (!(error instanceof StripeRefused || error instanceof StripeUnclear)) throw error;
      this.#log.error(`Payouts of ${account} are not ${interval} yet. ${error.message}`);
      if (error instanceof StripeRefused) await this.db.transaction((tx) => this.schedules.refused(tx, schedule));
      return false;
    }
  }
}
