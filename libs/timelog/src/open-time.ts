import type { Tx } from '@app/database';
import { timeline, weekOf } from '@app/kernel';

import { secondsAfter } from './time-range.ts';
import { WeekFrozen } from './timelog.errors.ts';
import { policyAt } from './weeks.queries.ts';
import type { WorkedContract } from './worked-contract.ts';

/** Where the earliest week of the client begins that is not closed yet: this one, or until its freeze the last. */
export async function startOfOpenTime(tx: Tx, contract: WorkedContract, now: Date): Promise<Date> {
  const current = weekOf(now, contract.clientZone);
  const last = weekOf(secondsAfter(current.start, -1), contract.clientZone);
  const { freezesAt } = timeline(last, await policyAt(tx, last.start), 'new');
  return now < freezesAt ? last.start : current.start;
}

/** Throws `WeekFrozen` for time that reaches into a closed week, before any week is made for it. */
export async function assertOpenSince(tx: Tx, contract: WorkedContract, start: Date, now: Date): Promise<void> {
  if (start >= weekOf(now, contract.clientZone).start) return;
  if (start < (await startOfOpenTime(tx, contract, now))) throw new WeekFrozen();
}
