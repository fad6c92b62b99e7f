import type { ManualClock } from '@app/kernel';

import type { StripeControl } from '../../../stripe-emulator/src/index.ts';
import type { RunningWorker } from '../../../worker/src/start-worker.ts';

const MINUTE_MS = 60_000;
const LONGEST_QUIETING = 200;

const units = { minute: MINUTE_MS, hour: 60 * MINUTE_MS, day: 24 * 60 * MINUTE_MS, week: 7 * 24 * 60 * MINUTE_MS };

/** Time as a story tells it: it stops at every instant at which something is due, ours or Stripe's, and lets it happen. */
export class Time {
  constructor(
    private readonly clock: ManualClock,
    private readonly worker: Pick<RunningWorker, 'runSweeps' | 'drain' | 'nextDueAt'>,
    private readonly stripe: StripeControl,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** `'90 minutes'`, `'1 week'`. */
  async passes(duration: string): Promise<void> {
    const [, count, unit] = /^(\d+) (minute|hour|day|week)s?$/.exec(duration) ?? [];
    if (!count || !unit) throw new RangeError(`${duration} is not a duration such as '2 days'`);
    await this.passesTo(new Date(this.now().getTime() + Number(count) * units[unit as keyof typeof units]));
  }

  /** To that instant, and everything due on the way done in its order. */
  async passesTo(instant: Date): Promise<void> {
    for (;;) {
      const due = await this.#nextDueAt();
      const next = due && due < instant ? due : instant;
      await this.jumpsTo(next);
      await this.quiet();
      if (next >= instant) return;
    }
  }

  /** Both clocks, and nothing done: what is due there waits for whoever works next. */
  async jumpsTo(instant: Date): Promise<void> {
    this.clock.moveTo(instant);
    await this.stripe.advanceTo(instant);
  }

  /** Until sweeps, jobs and webhooks have nothing more to do at this instant. */
  async quiet(): Promise<void> {
    for (let round = 0; round < LONGEST_QUIETING; round += 1) {
      const swept = await this.worker.runSweeps();
      await this.stripe.drain();
      const worked = await this.worker.drain();
      if (swept + worked === 0) return;
    }
    throw new Error(`there was always more to do at ${this.now().toISOString()}`);
  }

  async #nextDueAt(): Promise<Date | null> {
    const instants = [await this.worker.nextDueAt(), (await this.stripe.clock()).nextDueAt];
    const coming = instants.filter((instant) => instant !== null && instant > this.now()) as Date[];
    return coming.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
  }
}
