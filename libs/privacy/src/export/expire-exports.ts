import { Database } from '@app/database';
import { RemoveFile } from '@app/files';
import type { Sweep } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Exports } from './exports.repository.ts';

const GATHERED_WITHIN_MS = 24 * 3_600_000;

/** Takes exports away when their week is over, and gives up those that could not be gathered. */
@Injectable()
export class ExpireExports implements Sweep {
  readonly name = 'privacy.expire-exports';

  constructor(
    private readonly db: Database,
    private readonly exports: Exports,
    private readonly removeFile: RemoveFile,
  ) {}

  run(now: Date): Promise<number> {
    return this.db.transaction(async (tx) => {
      const expired = await this.exports.lockExpired(tx, now);
      for (const { id, fileId } of expired) {
        await this.removeFile.run(tx, fileId, now);
        await this.exports.removed(tx, id, now);
      }
      return expired.length + (await this.exports.giveUp(tx, new Date(now.getTime() - GATHERED_WITHIN_MS), now));
    });
  }

  async nextDueAt(): Promise<Date | null> {
    const { expiresAt, oldestOpen } = await this.exports.nextExpiry();
    const due = [expiresAt?.getTime(), oldestOpen && oldestOpen.getTime() + GATHERED_WITHIN_MS].filter(
      (at) => typeof at === 'number',
    );
    return due.length === 0 ? null : new Date(Math.min(...due));
  }
}
