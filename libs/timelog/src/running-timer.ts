import type { ContractState } from '@app/hiring';
import type { EntityManager } from 'typeorm';

import { ENTRY } from './entries.queries.ts';
import type { TimeEntry } from './time-entry.ts';
import { earliest, latest, secondsAfter, toSecond } from './time-range.ts';
import type { StopReason } from './timelog.events.ts';
import type { Timesheet } from './timesheet.ts';

export const LONGEST_TIMER_HOURS = 12;
const HOUR_SECONDS = 3_600;

/** An entry without an end, and all that may end it. */
export interface RunningTimer extends TimeEntry {
  readonly end: null;
  /** Where its chain began: the 12 hours run over a week's edge. */
  readonly chainStart: Date;
  readonly contractState: ContractState;
  readonly contractStateAt: Date;
  /** Since when no second is accepted for the client, or of the assistant; null when none is held back. */
  readonly heldAt: Date | null;
}

export async function findRunning(from: EntityManager, assistantId: string): Promise<RunningTimer | null> {
  const [timer] = await from.query<RunningTimer[]>(
    `select ${ENTRY}, c.state as "contractState", c.state_at as "contractStateAt",
            least(s.billing_hold_at, s.suspended_at, person.assisting_suspended_at) as "heldAt",
            (select min(lower(link.during)) from time_entry link where link.chain_id = e.chain_id) as "chainStart"
       from time_entry e join contract c on c.id = e.contract_id
       left join client_standing s on s.client_id = c.client_id
       left join person_standing person on person.account_id = e.assistant_id
      where e.assistant_id = $1 and upper_inf(e.during)`,
    [assistantId],
  );
  return timer ?? null;
}

/** When the timer stops by itself, and why. */
export function stopsBy(timer: RunningTimer): { at: Date; why: StopReason } {
  const stops: { at: Date; why: StopReason }[] = [
    { at: secondsAfter(timer.chainStart, LONGEST_TIMER_HOURS * HOUR_SECONDS), why: 'longest_run' },
  ];
  if (timer.contractState !== 'active') stops.push({ at: timer.contractStateAt, why: 'contract_not_active' });
  if (timer.heldAt) stops.push({ at: timer.heldAt, why: 'billing_hold' });
  const first = stops.reduce((soonest, stop) => (stop.at < soonest.at ? stop : soonest));
  return { at: latest(toSecond(first.at), timer.start), why: first.why };
}

/** Stops the timer at `now`, or where it should have stopped. One that ran for less than a second leaves nothing. */
export function stopOn(sheet: Timesheet, timer: RunningTimer, now: Date): TimeEntry[] {
  const end = earliest(toSecond(now), stopsBy(timer).at);
  if (end > timer.start) return sheet.change(timer, {}, [{ start: timer.start, end }], { verb: 'stopped' });
  sheet.delete(timer, 'stopped in the second in which it was started');
  return [];
}
