import type { Bucket } from './time-entry.ts';
import { isOpen } from './timelog.policy.ts';
import type { WeekState } from './week.state.ts';

export interface SheetWeekRow {
  readonly id: string;
  readonly contractId: string;
  readonly start: Date;
  readonly end: Date;
  readonly freezesAt: Date;
  readonly state: WeekState;
  readonly limitSeconds: number;
  readonly countedSeconds: number;
  readonly overLimitSeconds: number;
}

/** A contract's week while a command works on it: what its counters are in the database, and what they become. */
export class SheetWeek {
  readonly id: string;
  readonly contractId: string;
  readonly start: Date;
  readonly end: Date;
  readonly limitSeconds: number;
  /** What was counted before the command began. */
  readonly countedAtFirst: number;
  countedSeconds: number;
  overLimitSeconds: number;
  #written: { counted: number; over: number };

  constructor(private readonly row: SheetWeekRow) {
    this.id = row.id;
    this.contractId = row.contractId;
    this.start = row.start;
    this.end = row.end;
    this.limitSeconds = row.limitSeconds;
    this.countedAtFirst = this.countedSeconds = row.countedSeconds;
    this.overLimitSeconds = row.overLimitSeconds;
    this.#written = { counted: row.countedSeconds, over: row.overLimitSeconds };
  }

  get roomSeconds(): number {
    return this.limitSeconds - this.countedSeconds;
  }

  covers(instant: Date): boolean {
    return this.start <= instant && instant < this.end;
  }

  isOpen(now: Date): boolean {
    return isOpen(this.row, now);
  }

  add(bucket: Bucket, seconds: number): void {
    if (bucket === 'within') this.countedSeconds += seconds;
    else this.overLimitSeconds += seconds;
  }

  /** By how much the counters have to be moved to say what they say here. */
  get move(): { counted: number; over: number } {
    return { counted: this.countedSeconds - this.#written.counted, over: this.overLimitSeconds - this.#written.over };
  }

  get moved(): boolean {
    const { counted, over } = this.move;
    return counted !== 0 || over !== 0;
  }

  /** The counters are written. */
  settle(): void {
    this.#written = { counted: this.countedSeconds, over: this.overLimitSeconds };
  }
}
