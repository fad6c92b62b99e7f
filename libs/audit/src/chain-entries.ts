import { Database, type Tx } from '@app/database';
import type { Sweep } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { ENTRY_COLUMNS, hashOfBlock, NO_BLOCK_BEFORE, type StoredEntry } from './audit-entry.ts';

const MOST_ENTRIES_A_BLOCK = 1_000;
/** Any number, as long as nothing else in the database locks the same one. */
const CHAIN_LOCK = 7_206_013;

/**
 * Seals what was audited into blocks, each with the hash of the one before. Entries commit in another order than that
 * of their ids: a block takes whatever no block has yet, and a late one goes into the next.
 */
@Injectable()
export class ChainEntries implements Sweep {
  readonly name = 'audit.chain-entries';

  constructor(private readonly db: Database) {}

  async run(now: Date): Promise<number> {
    for (let sealed = 0; ;) {
      const block = await this.db.transaction((tx) => this.#seal(tx, now));
      sealed += block;
      if (block < MOST_ENTRIES_A_BLOCK) return sealed;
    }
  }

  /** Nothing falls due by time: what is there is sealed whenever a sweep runs. */
  nextDueAt(): Promise<Date | null> {
    return Promise.resolve(null);
  }

  async #seal(tx: Tx, now: Date): Promise<number> {
    const [{ mine } = { mine: false }] = await tx.query<{ mine: boolean }[]>(
      `select pg_try_advisory_xact_lock($1) as mine`,
      [CHAIN_LOCK],
    );
    if (!mine) return 0; // Another worker is at it.
    const entries = await tx.query<StoredEntry[]>(
      `select ${ENTRY_COLUMNS} from audit_entry e
        where not exists (select from audit_block_entry b where b.entry_id = e.id)
        order by e.id limit ${MOST_ENTRIES_A_BLOCK}`,
    );
    if (entries.length === 0) return 0;
    const [last] = await tx.query<{ number: string; hash: Buffer }[]>(
      `select number, hash from audit_block order by number desc limit 1`,
    );
    const previous = last?.hash ?? NO_BLOCK_BEFORE;
    const number = Number(last?.number ?? 0) + 1;
    await tx.query(
      `with block as (
         insert into audit_block (number, previous_hash, hash, entries, sealed_at)
         values ($1, $2, $3, cardinality($4::bigint[]), $5) returning number
       )
       insert into audit_block_entry (entry_id, block) select id, number from block, unnest($4::bigint[]) as id`,
      [number, previous, hashOfBlock(previous, number, entries), entries.map(({ id }) => id), now],
    );
    return entries.length;
  }
}
