import { createHash } from 'node:crypto';

/** An entry as it is stored, its JSON as PostgreSQL writes it: that text is what is hashed. */
export interface StoredEntry {
  /** bigint, as pg hands it over. */
  readonly id: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
  readonly at: Date;
}

export const ENTRY_COLUMNS = `
  e.id, e.actor_kind, e.actor_id, e.action, e.subject_kind, e.subject_id, e.before::text as before, e.after::text as after,
  e.reason, e.at`;

/** What the first block follows. */
export const NO_BLOCK_BEFORE = Buffer.alloc(32);

/**
 * The hash of a block: of the one before it, its own number and its entries in the order of their ids. Computed here
 * and not in SQL, where whoever can change entries can change functions too.
 */
export function hashOfBlock(previous: Buffer, number: number, entries: readonly StoredEntry[]): Buffer {
  const hash = createHash('sha256').update(previous).update(`${number}\n`);
  for (const entry of entries) hash.update(`${canonical(entry)}\n`);
  return hash.digest();
}

function canonical(entry: StoredEntry): string {
  const { id, actor_kind, actor_id, action, subject_kind, subject_id, before, after, reason, at } = entry;
  return JSON.stringify([
    ...[id, actor_kind, actor_id, action, subject_kind, subject_id],
    ...[before, after, reason, at.toISOString()],
  ]);
}
