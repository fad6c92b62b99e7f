import { randomUUIDv7 } from 'node:crypto';

import type { TimeRange } from '@app/database';

import type { SheetWeek } from './sheet-week.ts';
import type { Bucket, EntryChange, EntryDraft, EntryVerb, TimeEntry } from './time-entry.ts';
import { type ClosedRange, earliest, isClosed, secondsOf } from './time-range.ts';
import { type BucketedRange, fill, promote } from './weekly-limit.ts';

/** What was done to an entry, and why. */
export interface Act {
  readonly verb: EntryVerb;
  readonly reason?: string;
}

/**
 * The changes one command makes to an assistant's time, thought through before anything is written: cut at the edges
 * of weeks and at the weekly limit, and every second counted in its week. The assistant's row is locked meanwhile.
 */
export class Timesheet {
  readonly #weeks: SheetWeek[];
  #changes: EntryChange[] = [];

  constructor(weeks: readonly SheetWeek[]) {
    this.#weeks = [...weeks];
  }

  get weeks(): readonly SheetWeek[] {
    return this.#weeks;
  }

  /** Hands over the changes gathered so far, to be written. */
  takeChanges(): EntryChange[] {
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }

  /** Logs new time. The pieces it was cut into. */
  log(draft: EntryDraft, ranges: readonly TimeRange[], act: Act): TimeEntry[] {
    const pieces = ranges.flatMap((range) => this.#cut(draft, range, 'within'));
    for (const after of pieces) this.#record(act, null, after);
    return pieces;
  }

  /** Gives an entry other times, or pieces where it was one; the first piece stays the same entry. None: it is deleted. */
  change(before: TimeEntry, becomes: Partial<EntryDraft>, ranges: readonly TimeRange[], act: Act): TimeEntry[] {
    this.#giveBack(before);
    const draft = { ...before, ...becomes };
    const pieces = ranges.flatMap((range) => this.#cut(draft, range, before.bucket));
    const [first, ...rest] = pieces;
    if (!first) {
      this.#record(act, before, null);
      return [];
    }
    const kept = { ...first, id: before.id };
    this.#record(act, before, kept);
    for (const after of rest) this.#record({ ...act, verb: isClosed(after) ? 'split' : 'started' }, null, after);
    return [kept, ...rest];
  }

  delete(entry: TimeEntry, reason?: string): void {
    this.change(entry, {}, [], { verb: 'deleted', ...(reason === undefined ? {} : { reason }) });
  }

  /** The weeks in which room came free while time lies over the limit. */
  get promotable(): SheetWeek[] {
    return this.#weeks.filter((week) => week.overLimitSeconds > 0 && week.roomSeconds > 0);
  }

  /** Gives the room that came free to the earliest of the week's time over the limit. */
  promote(week: SheetWeek, overLimit: readonly TimeEntry[]): void {
    for (const { entry, parts } of promote(week.roomSeconds, overLimit)) {
      this.#giveBack(entry);
      parts.forEach((part, index) => {
        const after = this.#entry(entry, week, part, index === 0 ? entry.id : randomUUIDv7());
        const act: Act = { verb: index === 0 ? 'moved' : 'split', reason: 'room came free within the weekly limit' };
        this.#record(act, index === 0 ? entry : null, after);
      });
    }
  }

  #cut(draft: EntryDraft, range: TimeRange, bucket: Bucket): TimeEntry[] {
    const pieces: TimeEntry[] = [];
    for (let start = range.start; ;) {
      const week = this.#weekAt(draft.contractId, start);
      if (range.end === null) return [...pieces, this.#running(draft, week, start)];
      const end = earliest(range.end, week.end);
      for (const part of this.#bucketed(week, { start, end }, bucket)) {
        pieces.push(this.#entry(draft, week, part, randomUUIDv7()));
      }
      if (end >= range.end) return pieces;
      start = end;
    }
  }

  /** Time that was over the limit stays there; whether it has become the earliest to be promoted is asked at the end. */
  #bucketed(week: SheetWeek, range: ClosedRange, bucket: Bucket): BucketedRange[] {
    return bucket === 'over_limit' ? [{ ...range, bucket }] : fill(week.roomSeconds, range);
  }

  #entry(draft: EntryDraft, week: SheetWeek, part: BucketedRange, id: string): TimeEntry {
    week.add(part.bucket, secondsOf(part));
    return entryOf(draft, { id, contractWeekId: week.id, start: part.start, end: part.end, bucket: part.bucket });
  }

  #running(draft: EntryDraft, week: SheetWeek, start: Date): TimeEntry {
    return entryOf(draft, { id: randomUUIDv7(), contractWeekId: week.id, start, end: null, bucket: 'within' });
  }

  #giveBack(entry: TimeEntry): void {
    if (entry.end === null) return;
    const week = this.#weeks.find(({ id }) => id === entry.contractWeekId);
    if (!week) throw new Error(`Week ${entry.contractWeekId} is not on this sheet`);
    week.add(entry.bucket, -secondsOf({ start: entry.start, end: entry.end }));
  }

  #weekAt(contractId: string, instant: Date): SheetWeek {
    const week = this.#weeks.find((candidate) => candidate.contractId === contractId && candidate.covers(instant));
    if (!week) throw new Error(`No week of contract ${contractId} at ${instant.toISOString()} is on this sheet`);
    return week;
  }

  #record({ verb, reason }: Act, before: TimeEntry | null, after: TimeEntry | null): void {
    this.#changes.push({ change: verb, before, after, reason: reason ?? null });
  }
}

type Placed = Pick<TimeEntry, 'id' | 'contractWeekId' | 'start' | 'end' | 'bucket'>;

function entryOf({ chainId, contractId, assistantId, note, source, importId }: EntryDraft, placed: Placed): TimeEntry {
  return { ...placed, chainId, contractId, assistantId, note, source, importId };
}
