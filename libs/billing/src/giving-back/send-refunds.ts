import { Database } from '@app/database';
import { Clock, type Sweep } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Refund } from './refund.entity.ts';
import { Refunds } from './refunds.repository.ts';
import { SendRefund } from './send-refund.ts';

const AT_ONCE = 5;
/** When too little was at Stripe: until then other charges may have come. */
const RETRY_AFTER_HOURS = 6;
const HOUR_MS = 3_600_000;

/** Sends what is due to clients' cards, and takes up what an earlier process left in the middle. */
@Injectable()
export class SendRefunds implements Sweep {
  readonly name = 'billing.send-refunds';
  #running: Promise<number> | undefined;

  constructor(
    private readonly db: Database,
    private readonly refunds: Refunds,
    private readonly sending: SendRefund,
    private readonly clock: Clock,
  ) {}

  /** How many refunds Stripe took or refused. A second call while one runs joins it. */
  run(): Promise<number> {
    this.#running ??= this.sendAll().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** A decision makes a refund due at once. */
  nextDueAt(): Promise<Date | null> {
    return Promise.resolve(null);
  }

  private async sendAll(): Promise<number> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - RETRY_AFTER_HOURS * HOUR_MS);
    await this.db.transaction((tx) => this.refunds.retryForBalance(tx, before, now));
    let settled = await this.send(await this.refunds.leftInTheMiddle());
    for (;;) {
      const claimed = await this.db.transaction((tx) => this.refunds.claim(tx, AT_ONCE, this.clock.now()));
      if (claimed.length === 0) return settled;
      settled += await this.send(claimed);
    }
  }

  private async send(claimed: readonly Refund[]): Promise<number> {
    const results = await Promise.allSettled(claimed.map((refund) => this.sending.run(refund)));
    const failure = results.find((result) => result.status === 'rejected');
    if (failure) throw failure.reason;
    return results.filter((result) => result.status === 'fulfilled' && result.value).length;
  }
}
