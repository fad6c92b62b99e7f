import type { DescribedEntry } from './described-entry.ts';
import { reached, type WarnPercent } from './weekly-limit.ts';

/** What a command that logs time gives back. */
export interface LoggedTime {
  readonly entries: readonly DescribedEntry[];
  readonly warnings: readonly LimitWarning[];
}

export interface LimitWarning {
  readonly weekId: string;
  readonly percent: WarnPercent;
  readonly says: string;
}

const says: Record<WarnPercent, string> = {
  80: 'Four fifths of the weekly limit are used.',
  95: 'The weekly limit is nearly used up.',
  100: 'The weekly limit is reached: time beyond it is kept, and billed only if the client accepts it.',
};

export function loggedTime(entries: readonly DescribedEntry[]): LoggedTime {
  const weeks = new Map(entries.map((entry) => [entry.contractWeekId, entry]));
  const warnings = [...weeks].flatMap(([weekId, { countedSeconds, limitSeconds }]) => {
    const percent = reached(countedSeconds, limitSeconds);
    return percent === null ? [] : { weekId, percent, says: says[percent] };
  });
  return { entries, warnings };
}
