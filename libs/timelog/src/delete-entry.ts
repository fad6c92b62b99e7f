import { Database } from '@app/database';
import { allow, Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Entries } from './entries.repository.ts';
import { nameRace } from './make-room.ts';
import { WeekFrozen } from './timelog.errors.ts';
import { isOpen, mayChange } from './timelog.policy.ts';
import { Timesheets } from './timesheets.ts';

/** An assistant takes time back, until its week freezes. Its history stays, and the room it held comes free. */
@Injectable()
export class DeleteEntry {
  constructor(
    private readonly db: Database,
    private readonly timesheets: Timesheets,
    private readonly entries: Entries,
    private readonly clock: Clock,
  ) {}

  async run(actor: User, id: string, reason?: string): Promise<void> {
    const now = this.clock.now();
    try {
      await this.db.transaction(async (tx) => {
        await this.timesheets.lockAssistant(tx, actor.userId);
        const entry = await this.entries.find(actor, id, tx);
        allow(mayChange(actor, entry), 'delete this entry');
        if (!isOpen({ state: entry.weekState, freezesAt: entry.freezesAt }, now)) throw new WeekFrozen();

        const sheet = await this.timesheets.open(tx, [], [entry], now);
        sheet.delete(entry, reason);
        await this.timesheets.write(tx, sheet, actor.userId, now);
      });
    } catch (error) {
      throw await nameRace(error);
    }
  }
}
