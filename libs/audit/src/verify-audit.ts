import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

import { ENTRY_COLUMNS, hashOfBlock, NO_BLOCK_BEFORE, type StoredEntry } from './audit-entry.ts';

const BLOCKS_AT_A_TIME = 100;

interface Block {
  readonly number: string;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
  readonly entries: number;
}

export interface AuditFault {
  /** null: no block holds what is at fault. */
  readonly block: number | null;
  readonly fault: 'missing_block' | 'broken_chain' | 'changed' | 'left_open';
}

export interface AuditVerdict {
  readonly blocks: number;
  readonly entries: number;
  /** The last block's hash, in hexadecimal: kept elsewhere, it proves later that nothing was cut off. null: no block yet. */
  readonly head: string | null;
  readonly faults: readonly AuditFault[];
}

/** Whether anybody has changed the audit, with whatever rights: every block is hashed again. */
@Injectable()
export class VerifyAudit {
  constructor(private readonly db: Database) {}

  /** What was recorded before `watermark` must have been sealed by now. */
  async run(watermark: Date): Promise<AuditVerdict> {
    const faults: AuditFault[] = [];
    let [expected, previous, entries]: [number, Buffer, number] = [1, NO_BLOCK_BEFORE, 0];
    for (;;) {
      const blocks = await this.#blocksFrom(expected);
      if (blocks.length === 0) break;
      const held = await this.#entriesOf(blocks);
      for (const block of blocks) {
        const number = Number(block.number);
        for (; expected < number; expected += 1) faults.push({ block: expected, fault: 'missing_block' });
        const own = held.get(block.number) ?? [];
        if (!block.previous_hash.equals(previous)) faults.push({ block: number, fault: 'broken_chain' });
        const isWhole = own.length === block.entries;
        if (!isWhole || !hashOfBlock(block.previous_hash, number, own).equals(block.hash))
          faults.push({ block: number, fault: 'changed' });
        [expected, previous, entries] = [number + 1, block.hash, entries + own.length];
      }
    }
    if (await this.#leftOpen(watermark)) faults.push({ block: null, fault: 'left_open' });
    return { blocks: expected - 1, entries, head: expected === 1 ? null : previous.toString('hex'), faults };
  }

  #blocksFrom(number: number): Promise<Block[]> {
    return this.db.reader.query(
      `select number, previous_hash, hash, entries from audit_block where number >= $1 order by number limit ${BLOCKS_AT_A_TIME}`,
      [number],
    );
  }

  async #entriesOf(blocks: readonly Block[]): Promise<Map<string, StoredEntry[]>> {
    const rows = await this.db.reader.query<(StoredEntry & { block: string })[]>(
      `select b.block, ${ENTRY_COLUMNS} from audit_block_entry b join audit_entry e on e.id = b.entry_id
        where b.block = any($1::bigint[]) order by e.id`,
      [blocks.map(({ number }) => number)],
    );
    return Map.groupBy(rows, ({ block }) => block);
  }

  async #leftOpen(watermark: Date): Promise<boolean> {
    const open = await this.db.reader.query<unknown[]>(
      `select from audit_entry e where e.at < $1 and not exists (select from audit_block_entry b where b.entry_id = e.id) limit 1`,
      [watermark],
    );
    return open.length > 0;
  }
}
