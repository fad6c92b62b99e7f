import { Database } from '@app/database';
import type { Brief } from '@app/hiring';
import { Injectable } from '@nestjs/common';

import type { Facts } from './facts.ts';
import type { LeftOut } from './left-out.ts';
import { seenFrom } from './seen-from.ts';
import { stretchColumns } from './stretch-columns.ts';
import { weights } from './weights.ts';
import { WEEKS_AHEAD, type WorkingDay } from './working-weeks.ts';

/** How many are scored one by one; a market's worth beyond them is ranked by the cheap part of the score alone. */
const MOST_CANDIDATES = 500;

export interface Candidate extends Facts {
  readonly id: string;
  readonly name: string;
  readonly headline: string;
  readonly zone: string;
  readonly country: string;
  /** Weeks ahead, by their number, in which they share any of the client's working day, and the minutes of each. */
  readonly weeks: readonly number[];
  readonly minutes: readonly number[];
}

export interface Candidates {
  readonly considered: number;
  readonly leftOut: readonly LeftOut[];
  /** At most 500 of those who fit. */
  readonly candidates: readonly Candidate[];
}

@Injectable()
export class AssistantsForBrief {
  constructor(private readonly db: Database) {}

  /** The hard filters, in one statement. Who fails several is counted under the first. */
  async read(brief: Brief, days: readonly WorkingDay[], now: Date): Promise<Candidates> {
    const seen = (await this.zonesOf(brief)).map((zone) => ({ zone, stretches: seenFrom(zone, days) }));
    const [found] = await this.db.reader.query<[Candidates]>(HARD_FILTERS, [
      brief.id,
      brief.clientId,
      brief.specialties,
      brief.tools,
      brief.languages,
      brief.maxRate.cents,
      brief.weeklyMinutes,
      brief.overlapMinutes,
      now,
      ...stretchColumns(seen),
    ]);
    return found;
  }

  /** SQL does no zone arithmetic: it is told what the client's working day looks like from each of these. */
  private async zonesOf(brief: Brief): Promise<string[]> {
    const rows = await this.db.reader.query<{ zone: string }[]>(
      `select distinct p.zone from assistant_specialty s join assistant_profile p on p.account_id = s.assistant_id
        where s.specialty = any($1) and p.published_at is not null`,
      [brief.specialties],
    );
    return rows.map(({ zone }) => zone);
  }
}

const HARD_FILTERS = `
with published as (
  select p.*, a.name from assistant_profile p join account a on a.id = p.account_id
   where p.published_at is not null and a.suspended_at is null
     and not exists (select from person_standing s where s.account_id = a.id and s.assisting_suspended_at is not null)
     and not exists (select from business_member m where m.business_id = $2 and m.account_id = p.account_id)
), skilled as (
  select p.*, s.levels,
         p.capacity_minutes - coalesce((select sum(c.weekly_limit_minutes) from contract c
                                         where c.assistant_id = p.account_id and c.state = 'active'), 0)::int as free_minutes
    from published p
    join (select assistant_id, sum(level) as levels from assistant_specialty where specialty = any($3) group by 1) s
      on s.assistant_id = p.account_id
), judged as (
  select s.*, case
      when exists (select from contract c where c.brief_id = $1 and c.assistant_id = s.account_id
                      and c.state in ('offered', 'active', 'paused')) then 'already_contracted'
      when not exists (select from payable_country where code = s.country) then 'country'
      when not s.languages @> $5::text[] then 'languages'
      when s.rate_cents > $6 then 'rate'
      when s.free_minutes < $7 then 'free_hours'
    end as failed
    from skilled s
), seen as (
  select * from unnest($10::text[], $11::int[], $12::int[], $13::int[], $14::int[]) as seen (zone, week, weekday, from_minute, to_minute)
), hours as materialized ( -- first and once: joined to the stretches one by one, each would be looked up anew
  select j.account_id, j.zone, w.weekday, w.from_minute, w.to_minute
    from judged j join availability_window w on w.assistant_id = j.account_id where j.failed is null
), shared_week as (
  select h.account_id, seen.week,
         sum(least(h.to_minute, seen.to_minute) - greatest(h.from_minute, seen.from_minute))::int as minutes
    from hours h
    join seen on seen.zone = h.zone and seen.weekday = h.weekday
             and seen.from_minute < h.to_minute and h.from_minute < seen.to_minute
   group by h.account_id, seen.week
), shared as (
  select account_id, array_agg(week) as weeks, array_agg(minutes) as minutes,
         case when count(*) = ${WEEKS_AHEAD} then min(minutes) else 0 end as worst
    from shared_week group by account_id
), verdict as (
  select j.*, s.weeks, s.minutes,
         coalesce(j.failed, case when coalesce(s.worst, 0) < $8 then 'overlap' end) as left_out
    from judged j left join shared s using (account_id)
), best as (
  select v.* from verdict v,
         lateral (select count(*) from assistant_tool t where t.assistant_id = v.account_id and t.tool = any($4)) t (tools)
   where v.left_out is null
   order by ${weights.specialties} * v.levels::numeric / (3 * cardinality($3::text[]))
          + ${weights.tools} * t.tools::numeric / greatest(1, cardinality($4::text[])) desc, v.account_id
   limit ${MOST_CANDIDATES}
)
select (select count(*) from published)::int as considered,
       (select coalesce(json_agg(json_build_object('reason', reason, 'count', count)), '[]') from (
          select 'specialty' as reason, (select count(*) from published) - (select count(*) from skilled) as count
          union all select left_out, count(*) from verdict where left_out is not null group by left_out
          union all select 'ranked_lower', (select count(*) from verdict where left_out is null) - (select count(*) from best)
        ) counted where count > 0) as "leftOut",
       (select coalesce(json_agg(json_build_object(
          'id', account_id, 'name', name, 'headline', headline, 'about', about, 'zone', zone, 'country', country,
          'rateCents', rate_cents, 'freeMinutes', free_minutes,
          'weeks', coalesce(weeks, '{}'), 'minutes', coalesce(minutes, '{}'),
          'specialties', (select coalesce(json_agg(json_build_object('code', specialty, 'level', level) order by place), '[]')
                            from assistant_specialty where assistant_id = account_id),
          'tools', array(select tool from assistant_tool where assistant_id = account_id order by tool),
          'skillChecks', (select coalesce(json_agg(json_build_object('skill', skill, 'percentile', percentile) order by skill), '[]')
                            from (select skill, max(percentile) as percentile from skill_check_result
                                   where assistant_id = account_id and valid_until > $9 group by skill) checks),
          'isNew', not exists (select from contract c where c.assistant_id = account_id and c.started_at is not null)
        )), '[]') from best) as candidates`;
