import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { FileStore, KeepMadeFile } from '@app/files';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { exportReady } from '../privacy.events.ts';
import { Archive } from './archive.ts';
import { Exports } from './exports.repository.ts';

const KEPT_DAYS = 7;
const DAY_MS = 24 * 3_600_000;

@Injectable()
export class GatherExport {
  constructor(
    private readonly db: Database,
    private readonly exports: Exports,
    private readonly archive: Archive,
    private readonly store: FileStore,
    private readonly keep: KeepMadeFile,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Gathers what was asked for, from the beginning after a crash, and tells that it is ready. Twice does nothing. */
  async run(exportId: string): Promise<void> {
    const asked = await this.exports.find(exportId);
    if (!asked || asked.readyAt || asked.failedAt) return;
    const { accountId } = asked;
    const advanced = (partsDone: number) => this.db.transaction((tx) => this.exports.advance(tx, exportId, partsDone));
    const kept = await this.store.put(this.archive.write(accountId, this.clock.now(), advanced));

    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const name = `kontor-export-${now.toISOString().slice(0, 10)}.zip`;
      const type = 'application/zip';
      const file = await this.keep.run(tx, { ownerId: accountId, purpose: 'privacy_export', name, type, kept });
      const expiresAt = new Date(now.getTime() + KEPT_DAYS * DAY_MS);
      const finished = await this.exports.finish(tx, exportId, file.id, now, expiresAt);
      if (finished) await this.events.tell(tx, exportReady(exportId));
    });
  }
}
