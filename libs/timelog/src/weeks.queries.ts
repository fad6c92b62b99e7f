import { randomUUIDv7 } from 'node:crypto';

import { toRange, type Tx } from '@app/database';
import { type CyclePolicy, timeline, weekOf } from '@app/kernel';

import type { EntityManager } from 'typeorm';

import { SheetWeek, type SheetWeekRow } from './sheet-week.ts';
import { contractWeekId } from './contract-week-id.ts';
import type { ClosedRange } from './time-range.ts';
import type { WorkedContract } from './worked-contract.ts';

type Row = Omit<SheetWeekRow, Counter> & Record<Counter, string>;
type Counter = 'limitSeconds' | 'countedSeconds' | 'overLimitSeconds';

const WEEK = `
  w.id, w.contract_id as "contractId", lower(cw.during) as start, upper(cw.during) as end, cw.freezes_at as "freezesAt",
  w.state, w.limit_seconds as "limitSeconds", w.counted_seconds as "countedSeconds",
  w.over_limit_seconds as "overLimitSeconds"`;

/** The contract's weeks that this time lies in; those that nobody has worked in yet are made. */
export async function weeksOf(tx: Tx, contract: WorkedContract, range: ClosedRange): Promise<SheetWeek[]> {
  for (;;) {
    const weeks = await findWeeks(tx, contract, range);
    const uncovered = firstUncovered(weeks, range);
    if (!uncovered) return weeks;
    await makeWeek(tx, contract, uncovered);
  }
}

export async function weeksById(tx: Tx, ids: readonly string[]): Promise<SheetWeek[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<Row[]>(
    `select ${WEEK} from contract_week w join client_week cw on cw.id = w.client_week_id where w.id = any($1)`,
    [ids],
  );
  return rows.map(toWeek);
}

async function findWeeks(tx: Tx, { id, clientId }: WorkedContract, { start, end }: ClosedRange): Promise<SheetWeek[]> {
  const rows = await tx.query<Row[]>(
    `select ${WEEK} from client_week cw join contract_week w on w.client_week_id = cw.id and w.contract_id = $2
      where cw.client_id = $1 and cw.during && tstzrange($3, $4) order by cw.during`,
    [clientId, id, start, end],
  );
  return rows.map(toWeek);
}

function firstUncovered(weeks: readonly SheetWeek[], { start, end }: ClosedRange): Date | null {
  let covered = start;
  for (const week of weeks) if (week.covers(covered)) covered = week.end;
  return covered < end ? covered : null;
}

/** Whoever works first in a client's week makes it; the client's other assistants may be at it in the same moment. */
async function makeWeek(tx: Tx, contract: WorkedContract, instant: Date): Promise<void> {
  const week = weekOf(instant, contract.clientZone);
  const { freezesAt, reviewEndsAt } = timeline(week, await policyAt(tx, week.start), 'new');
  await tx.query(
    `insert into client_week (id, client_id, during, zone, freezes_at, review_until)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [randomUUIDv7(), contract.clientId, toRange(week), week.zone, freezesAt, reviewEndsAt(week.end)],
  );
  const made = await tx.query<unknown[]>(
    `insert into contract_week (id, client_week_id, client_id, contract_id, assistant_id, rate_cents, limit_seconds,
                                state, state_at)
     select $1, cw.id, cw.client_id, $3, $4, $5, $6, 'open', lower(cw.during)
       from client_week cw where cw.client_id = $2 and cw.during @> $7::timestamptz
     on conflict do nothing returning id`,
    [
      contractWeekId(contract.id, week.start),
      contract.clientId,
      contract.id,
      contract.assistantId,
      contract.rateCents,
      contract.weeklyLimitMinutes * SECONDS_A_MINUTE,
      instant,
    ],
  );
  if (made.length === 0) throw new Error(`${instant.toISOString()} lies in no week of client ${contract.clientId}`);
}
const SECONDS_A_MINUTE = 60;

/** The policy in force when the week began. */
export async function policyAt(from: EntityManager, instant: Date): Promise<CyclePolicy> {
  const [policy] = await from.query<CyclePolicy[]>(
    `select freeze_hour as "freezeHour", review_ends_day as "reviewEndsDay",
            shortest_review_hours as "shortestReviewHours", hold_days as "holdDays"
       from cycle_policy where effective_from <= $1 order by effective_from desc limit 1`,
    [instant],
  );
  if (!policy) throw new Error(`No cycle policy holds at ${instant.toISOString()}`);
  return policy;
}

function toWeek({ limitSeconds, countedSeconds, overLimitSeconds, ...row }: Row): SheetWeek {
  return new SheetWeek({
    ...row,
    limitSeconds: Number(limitSeconds),
    countedSeconds: Number(countedSeconds),
    overLimitSeconds: Number(overLimitSeconds),
  });
}
