import type { Bucket } from './time-entry.ts';
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

/** A contract's week while a command works on it: what its counters were, and what they become. */
export class SheetWeek {
  readonly id: string;
  readonly contractId: string;
  readonly start: Date;
  readonly end: Date;
  readonly limitSeconds: number;
  readonly countedBefore: number;
  readonly overLimitBefore: number;
  countedSeconds: number;
  overLimitSeconds: number;

  constructor(private readonly row: SheetWeekRow) {
    this.id = row.id;
    this.contractId = row.contractId;
    this.start = row.start;
    this.end = row.end;
    this.limitSeconds = row.limitSeconds;
    this.countedBefore = this.countedSeconds = row.countedSeconds;
    this.overLimitBefore = this.overLimitSeconds = row.overLimitSeconds;
  }

  get roomSeconds(): number {
    return this.limitSeconds - this.countedSeconds;
  }

  covers(instant: Date): boolean {
    return this.start <= instant && instant < this.end;
  }

  /** The assistant's own review ends with the freeze, to the second, whether or not the sweep has come by yet. */
  isOpenTo(now: Date): boolean {
    return this.row.state === 'open' && now < this.row.freezesAt;
  }

  add(bucket: Bucket, seconds: number): void {
    if (bucket === 'within') this.countedSeconds += seconds;
    else this.overLimitSeconds += seconds;
  }
}
