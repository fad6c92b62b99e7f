import type { ContractState } from '@app/hiring';
import type { ClientStanding } from '@app/profiles';

import type { DescribedWeek } from './described-week.ts';

export type WeekRow = Omit<DescribedWeek, 'rate' | 'workable'> &
  Omit<ClientStanding, 'clientId'> & { readonly rateCents: number; readonly contractState: ContractState };

type OfContract = 'contractId' | 'clientId' | 'assistantId' | 'title' | 'client' | 'assistant' | 'zone' | 'clientFeeBp';
export type ContractRow = Pick<WeekRow, OfContract | Exclude<keyof WeekRow, keyof DescribedWeek>> & {
  readonly weeklyLimitMinutes: number;
};

const PARTIES = `
  c.id as "contractId", c.client_id as "clientId", c.assistant_id as "assistantId", c.title,
  json_build_object('id', b.id, 'name', b.name) as client, json_build_object('id', a.id, 'name', a.name) as assistant,
  c.client_fee_bp as "clientFeeBp", c.state as "contractState", coalesce(s.chargeable, false) as chargeable,
  s.billing_hold_at as "billingHoldAt", s.suspended_at as "suspendedAt"`;

/**
 * A review ends on Friday, but lasts as long as the policy of its invoice's day says; one that has ended, when it did. A
 * dispute of a part changes nothing of it.
 */
export const WEEKS = `
  select ${PARTIES}, w.id, lower(cw.during) as start, upper(cw.during) as end, cw.zone, w.state,
         w.review_state as review, w.rate_cents::int as "rateCents", w.limit_seconds::int as "limitSeconds",
         w.counted_seconds::int as "countedSeconds", w.over_limit_seconds::int as "overLimitSeconds",
         cw.freezes_at as "freezesAt",
         (select lower(e.during) from time_entry e where e.contract_week_id = w.id and upper_inf(e.during)) as "runningSince",
         case when w.state = 'zero' then null
              when w.state = 'invoiced' then greatest(cw.review_until, w.state_at + (
                select make_interval(hours => p.shortest_review_hours) from cycle_policy p
                 where p.effective_from <= w.state_at order by p.effective_from desc limit 1))
              when w.state = 'accepted' then w.state_at
              else cw.review_until end as "reviewEndsAt"
    from contract_week w
    join client_week cw on cw.id = w.client_week_id
    join contract c on c.id = w.contract_id
    join business b on b.id = w.client_id
    join account a on a.id = w.assistant_id
    left join client_standing s on s.client_id = w.client_id
   where ($1 or w.assistant_id = $2 or w.client_id = any($3))`;

export const CURRENT_CONTRACTS = `
  select ${PARTIES}, b.zone, c.rate_cents::int as "rateCents", c.weekly_limit_minutes as "weeklyLimitMinutes"
    from contract c
    join business b on b.id = c.client_id
    join account a on a.id = c.assistant_id
    left join client_standing s on s.client_id = c.client_id
   where c.state = 'active' and ($1 or c.assistant_id = $2 or c.client_id = any($3))
   order by b.name, c.title`;
