import { Database, type Tx } from '@app/database';
import type { Sweep } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { FileStore } from './file-store.ts';
import { lockContent } from './lock-content.ts';

const LOOK_EVERYWHERE_EVERY_MS = 24 * 3_600_000;
const BATCH = 200;

/** Takes away the bytes that no row names: of files that were removed, and of what a rollback or a crash left behind. */
@Injectable()
export class RemoveUnnamedContent implements Sweep {
  readonly name = 'files.remove-unnamed-content';
  #lookedEverywhereAt = new Date(0);

  constructor(
    private readonly db: Database,
    private readonly store: FileStore,
  ) {}

  async run(now: Date): Promise<number> {
    const removed = await this.#ofRemovedFiles(now);
    if (now.getTime() - this.#lookedEverywhereAt.getTime() < LOOK_EVERYWHERE_EVERY_MS) return removed;
    this.#lookedEverywhereAt = now;
    return removed + (await this.#everywhere());
  }

  async nextDueAt(): Promise<Date | null> {
    const [next] = await this.db.reader.query<{ at: Date | null }[]>(
      `select min(removed_at) as at from stored_file where removed_at is not null and cleared_at is null`,
    );
    return next?.at ?? null;
  }

  #ofRemovedFiles(now: Date): Promise<number> {
    return this.db.transaction(async (tx) => {
      const gone = await tx.query<{ id: string; sha256: string }[]>(
        `select id, sha256 from stored_file where removed_at <= $1 and cleared_at is null limit ${BATCH}`,
        [now],
      );
      if (gone.length === 0) return 0;
      await lockContent(tx, 'alone');
      await this.#removeUnnamed(tx, [...new Set(gone.map(({ sha256 }) => sha256))]);
      await tx.query(`update stored_file set cleared_at = $2 where id = any($1)`, [gone.map(({ id }) => id), now]);
      return gone.length;
    });
  }

  async #everywhere(): Promise<number> {
    let removed = 0;
    let batch: string[] = [];
    const clear = async () => {
      const ids = batch;
      batch = [];
      removed += await this.db.transaction(async (tx) => {
        await lockContent(tx, 'alone');
        return this.#removeUnnamed(tx, ids);
      });
    };
    for await (const id of this.store.listAtRest()) {
      if (batch.push(id) === BATCH) await clear();
    }
    if (batch.length > 0) await clear();
    return removed;
  }

  async #removeUnnamed(tx: Tx, ids: readonly string[]): Promise<number> {
    const unnamed = await tx.query<{ sha256: string }[]>(
      `select given.sha256 from unnest($1::text[]) as given (sha256)
        where not exists (select from stored_file f where f.sha256 = given.sha256 and f.removed_at is null)`,
      [ids],
    );
    for (const { sha256 } of unnamed) await this.store.remove(sha256);
    return unnamed.length;
  }
}
