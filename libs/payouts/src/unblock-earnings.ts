import { Earnings } from '@app/billing';
import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import { Transfers } from './transfers.repository.ts';

const RETRY_BALANCE_AFTER_MINUTES = 60;
const MINUTE_MS = 60_000;

/** Earnings that were blocked are due again once what kept them from being sent may be over. How many. */
@Injectable()
export class UnblockEarnings {
  constructor(
    private readonly db: Database,
    private readonly transfers: Transfers,
    private readonly earnings: Earnings,
  ) {}

  /** The payee can be paid, and its row is locked by the caller. */
  async forPayee(tx: Tx, assistantId: string, now: Date): Promise<number> {
    const ids = await this.transfers.lockBlocked(tx, ['payee_not_ready', 'payee_restricted'], { assistantId });
    return this.letGo(tx, ids, now);
  }

  /** Nothing holds what was held of this person's any more, payouts to them included. */
  async heldForPerson(tx: Tx, assistantId: string, now: Date): Promise<number> {
    return this.letGo(tx, await this.transfers.lockBlocked(tx, ['hold'], { assistantId, unheld: true }), now);
  }

  /** The platform's balance was too small an hour ago or more. */
  forBalance(now: Date): Promise<number> {
    const before = new Date(now.getTime() - RETRY_BALANCE_AFTER_MINUTES * MINUTE_MS);
    return this.db.transaction(async (tx) =>
      this.letGo(tx, await this.transfers.lockBlocked(tx, ['platform_balance'], { before }), now),
    );
  }

  async nextForBalance(): Promise<Date | null> {
    const since = await this.transfers.blockedForBalanceSince();
    return since && new Date(since.getTime() + RETRY_BALANCE_AFTER_MINUTES * MINUTE_MS);
  }

  private async letGo(tx: Tx, ids: readonly string[], now: Date): Promise<number> {
    if (ids.length > 0) await this.earnings.move(tx, ids, { from: 'blocked', to: 'due' }, now);
    return ids.length;
  }
}
