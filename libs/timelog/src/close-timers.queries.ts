import type { EntityManager } from 'typeorm';

/** When each running timer stops or is cut, as far as rows tell. $1 the longest run in hours. */
const STOPS = `
  select e.assistant_id,
         least(upper(cw.during), s.billing_hold_at, s.suspended_at, person.assisting_suspended_at,
               case when c.state <> 'active' then c.state_at end,
               (select min(lower(link.during)) from time_entry link where link.chain_id = e.chain_id)
                 + make_interval(hours => $1)) as at
    from time_entry e
    join contract_week w on w.id = e.contract_week_id
    join client_week cw on cw.id = w.client_week_id
    join contract c on c.id = e.contract_id
    left join client_standing s on s.client_id = c.client_id
    left join person_standing person on person.account_id = e.assistant_id
   where upper_inf(e.during)`;

export async function assistantsToStop(from: EntityManager, now: Date, longestHours: number): Promise<string[]> {
  const rows = await from.query<{ assistantId: string }[]>(
    `with stop as (${STOPS}) select assistant_id as "assistantId" from stop where at <= $2 order by at, assistant_id`,
    [longestHours, now],
  );
  return rows.map(({ assistantId }) => assistantId);
}

export async function nextStop(from: EntityManager, longestHours: number): Promise<Date | null> {
  const [next] = await from.query<{ at: Date | null }[]>(`with stop as (${STOPS}) select min(at) as at from stop`, [
    longestHours,
  ]);
  return next?.at ?? null;
}
