import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Accounts } from '@app/identity';
import type { Sweep } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Erasures } from './erasures.repository.ts';
import { forget, forgetRetained, nextRetainedEnd } from './forget.ts';
import { obstaclesOf } from './obstacles.ts';

const TRY_AGAIN_AFTER_MS = 24 * 3_600_000;

/** Forgets those whose fortnight is over; a day later when something stands in the way. */
@Injectable()
export class EraseAccounts implements Sweep {
  readonly name = 'identity.erase-accounts';

  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly erasures: Erasures,
    private readonly audit: Audit,
  ) {}

  async run(now: Date): Promise<number> {
    let done = await this.db.transaction((tx) => forgetRetained(tx, now));
    for (const id of await this.erasures.due(now)) done += await this.#erase(id, now);
    return done;
  }

  async nextDueAt(): Promise<Date | null> {
    const due = [await this.erasures.nextDay(), await nextRetainedEnd(this.db.reader)].filter((at) => at !== null);
    return due.length === 0 ? null : new Date(Math.min(...due.map((at) => at.getTime())));
  }

  #erase(id: string, now: Date): Promise<number> {
    return this.db.transaction(async (tx) => {
      const erasure = await this.erasures.lockDue(tx, id, now);
      if (!erasure) return 0;
      const { accountId } = erasure;
      await this.accounts.lock(tx, accountId);
      if ((await obstaclesOf(tx, accountId, now)).length > 0) {
        await this.erasures.postpone(tx, id, now, new Date(now.getTime() + TRY_AGAIN_AFTER_MS));
        return 1;
      }
      await forget(tx, accountId, now);
      await this.erasures.done(tx, id, now);
      const subject = { kind: 'account', id: accountId };
      await this.audit.record(tx, { actor: { kind: 'system' }, action: 'account.erased', subject }, now);
      return 1;
    });
  }
}
