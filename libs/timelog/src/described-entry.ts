import type { TimeEntry } from './time-entry.ts';
import type { WeekState } from './week.state.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** An entry as its readers need it: whose, for whom, and whether it can still be changed. */
export interface DescribedEntry extends TimeEntry {
  readonly title: string;
  readonly client: Named;
  readonly assistant: Named;
  readonly weekState: WeekState;
  readonly freezesAt: Date;
  readonly limitSeconds: number;
  readonly countedSeconds: number;
}
