import type { TimeRange } from '@app/database';

type EntrySource = 'timer' | 'manual' | 'import';

/** Time past the weekly limit is kept, labelled, and never billed unless the client accepts it. */
export type Bucket = 'within' | 'over_limit';

export interface TimeEntry extends TimeRange {
  readonly id: string;
  /** What one command logged: pieces cut at a week's edge or at the limit. A timer keeps its chain over the edge. */
  readonly chainId: string;
  readonly contractWeekId: string;
  readonly contractId: string;
  readonly assistantId: string;
  readonly note: string;
  readonly source: EntrySource;
  readonly bucket: Bucket;
  readonly importId: string | null;
}

/** What an entry is before it is known which week and bucket its time falls in. */
export type EntryDraft = Pick<TimeEntry, 'chainId' | 'contractId' | 'assistantId' | 'note' | 'source' | 'importId'>;

export type EntryVerb = 'logged' | 'started' | 'stopped' | 'edited' | 'trimmed' | 'split' | 'moved' | 'deleted';

/** One line of an entry's history: it was so, and became so. */
export interface EntryChange {
  readonly change: EntryVerb;
  readonly before: TimeEntry | null;
  readonly after: TimeEntry | null;
  readonly reason: string | null;
}
