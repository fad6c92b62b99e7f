import type { Tx } from '@app/database';
import type { EntityManager } from 'typeorm';

/** A timer that still runs keeps its week open. The few that run are found first: nobody's entries are read one by one. */
const FREEZE = (counted: 'counted_seconds > 0' | 'counted_seconds = 0') => `
  with running as materialized (
    select contract_week_id from time_entry where upper_inf(during)
  ), frozen as (
    update contract_week w set state = $2, state_at = $1
      from client_week cw
     where cw.id = w.client_week_id and cw.freezes_at <= $1 and w.state = 'open' and w.${counted}
       and w.id not in (select contract_week_id from running)
    returning w.id
  )
  select count(*)::int as count from frozen`;

const statements = { frozen: FREEZE('counted_seconds > 0'), zero: FREEZE('counted_seconds = 0') };

/** One statement whatever the number of weeks. How many became it. */
export async function freezeDue(tx: Tx, state: 'frozen' | 'zero', now: Date): Promise<number> {
  const [frozen] = await tx.query<[{ count: number }]>(statements[state], [now, state]);
  return frozen.count;
}

export async function nextFreeze(from: EntityManager): Promise<Date | null> {
  const [next] = await from.query<{ at: Date | null }[]>(
    `select min(cw.freezes_at) as at from contract_week w join client_week cw on cw.id = w.client_week_id
      where w.state = 'open'`,
  );
  return next?.at ?? null;
}
