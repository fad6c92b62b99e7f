import { randomUUIDv7 } from 'node:crypto';

import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Accounts } from '@app/identity';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { parts } from '../holdings.ts';
import { ExportUnderWay, TooManyExports } from '../privacy.errors.ts';
import { exportRequested } from '../privacy.events.ts';
import { Exports } from './exports.repository.ts';

const MOST_A_DAY = 5;
const DAY_MS = 24 * 3_600_000;
/** The files come after the tables. */
const FILES = 1;

@Injectable()
export class RequestExport {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly exports: Exports,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Has everything gathered that Kontor holds on the person. Throws `ExportUnderWay` or `TooManyExports`. Its id. */
  run(actor: User): Promise<string> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      await this.accounts.lock(tx, actor.userId);
      const lately = await this.exports.askedSince(tx, actor.userId, new Date(now.getTime() - DAY_MS));
      if (lately >= MOST_A_DAY) throw new TooManyExports();
      const id = randomUUIDv7();
      const added = await this.exports.add(tx, { id, accountId: actor.userId, partsTotal: parts.length + FILES, now });
      if (!added) throw new ExportUnderWay();
      await this.events.tell(tx, exportRequested(id));
      return id;
    });
  }
}
