import { Database } from '@app/database';
import type { AssistantProfile } from '@app/profiles';
import { Injectable } from '@nestjs/common';

import type { Facts } from './facts.ts';
import type { LeftOut } from './left-out.ts';
import { seenFrom } from './seen-from.ts';
import { stretchColumns } from './stretch-columns.ts';
import { WEEKS_AHEAD, type WorkingWeeks, workingWeeks } from './working-weeks.ts';

const MOST_BRIEFS = 500;

export interface OpenBrief {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly specialties: readonly string[];
  readonly tools: readonly string[];
  readonly weeklyMinutes: number;
  readonly minRateCents: number;
  readonly maxRateCents: number;
  readonly languages: readonly string[];
  readonly overlapMinutes: number;
  readonly startsOn: string;
  readonly client: { readonly id: string; readonly name: string; readonly zone: string; readonly country: string };
  readonly weeks: readonly number[];
  readonly minutes: readonly number[];
}

export interface OpenBriefs {
  readonly considered: number;
  readonly leftOut: readonly LeftOut[];
  /** At most the 500 newest of those that fit. */
  readonly briefs: readonly OpenBrief[];
  /** The weeks ahead of the clients of each zone. */
  readonly ahead: ReadonlyMap<string, WorkingWeeks>;
}

type Standing = Pick<Facts, 'freeMinutes' | 'skillChecks' | 'isNew'>;

@Injectable()
export class BriefsForAssistant {
  constructor(private readonly db: Database) {}

  /** What a profile does not say: free minutes, valid skill checks, and whether they ever had a contract. */
  async standing({ accountId, capacityMinutes }: AssistantProfile, now: Date): Promise<Standing> {
    const [standing] = await this.db.reader.query<[Standing]>(
      `select $2::int - coalesce(sum(weekly_limit_minutes) filter (where state = 'active'), 0)::int as "freeMinutes",
              count(started_at) = 0 as "isNew",
              (select coalesce(json_agg(json_build_object('skill', skill, 'percentile', percentile) order by skill), '[]')
                 from (select skill, max(percentile) as percentile from skill_check_result
                        where assistant_id = $1 and valid_until > $3 group by skill) checks) as "skillChecks"
         from contract where assistant_id = $1`,
      [accountId, capacityMinutes, now],
    );
    return standing;
  }

  /** The hard filters, in one statement. A brief that fails several is counted under the first. */
  async read(profile: AssistantProfile, freeMinutes: number, now: Date): Promise<OpenBriefs> {
    const ahead = new Map((await this.zones()).map((zone) => [zone, workingWeeks(now, zone)]));
    const seen = [...ahead].map(([zone, { days }]) => ({ zone, stretches: seenFrom(profile.zone, days) }));
    const [found] = await this.db.reader.query<[Omit<OpenBriefs, 'ahead'>]>(HARD_FILTERS, [
      profile.accountId,
      profile.country,
      profile.languages,
      profile.hourlyRate.cents,
      freeMinutes,
      ...stretchColumns(seen),
    ]);
    return { ...found, ahead };
  }

  private async zones(): Promise<string[]> {
    const rows = await this.db.reader.query<{ zone: string }[]>(
      `select distinct k.zone from brief b join business k on k.id = b.client_id where b.state = 'open'`,
    );
    return rows.map(({ zone }) => zone);
  }
}

const HARD_FILTERS = `
with open as (
  select b.*, k.name as client_name, k.zone, k.country from brief b join business k on k.id = b.client_id
   where b.state = 'open'
     and not exists (select from business_member m where m.business_id = b.client_id and m.account_id = $1)
     and not exists (select from client_standing s where s.client_id = b.client_id and s.suspended_at is not null)
), judged as (
  select o.*, case
      when not exists (select from brief_specialty b join assistant_specialty a on a.specialty = b.specialty
                        where b.brief_id = o.id and a.assistant_id = $1) then 'specialty'
      when exists (select from contract c where c.brief_id = o.id and c.assistant_id = $1
                      and c.state in ('offered', 'active', 'paused')) then 'already_contracted'
      when not exists (select from payable_country where code = $2) then 'country'
      when not o.languages <@ $3::text[] then 'languages'
      when o.max_rate_cents < $4 then 'rate'
      when o.weekly_minutes > $5 then 'free_hours'
    end as failed
    from open o
), seen as (
  select * from unnest($6::text[], $7::int[], $8::int[], $9::int[], $10::int[]) as seen (zone, week, weekday, from_minute, to_minute)
), zone_week as (
  select seen.zone, seen.week,
         sum(least(w.to_minute, seen.to_minute) - greatest(w.from_minute, seen.from_minute))::int as minutes
    from seen join availability_window w on w.assistant_id = $1 and seen.weekday = w.weekday
                                        and seen.from_minute < w.to_minute and w.from_minute < seen.to_minute
   group by seen.zone, seen.week
), shared as (
  select zone, array_agg(week) as weeks, array_agg(minutes) as minutes,
         case when count(*) = ${WEEKS_AHEAD} then min(minutes) else 0 end as worst
    from zone_week group by zone
), verdict as (
  select j.*, s.weeks, s.minutes,
         coalesce(j.failed, case when coalesce(s.worst, 0) < j.overlap_minutes then 'overlap' end) as left_out
    from judged j left join shared s using (zone)
), newest as (
  select * from verdict where left_out is null order by id desc limit ${MOST_BRIEFS}
)
select (select count(*) from open)::int as considered,
       (select coalesce(json_agg(json_build_object('reason', reason, 'count', count)), '[]') from (
          select left_out as reason, count(*) as count from verdict where left_out is not null group by left_out
          union all select 'ranked_lower', (select count(*) from verdict where left_out is null) - (select count(*) from newest)
        ) counted where count > 0) as "leftOut",
       (select coalesce(json_agg(json_build_object(
          'id', id, 'title', title, 'description', description, 'weeklyMinutes', weekly_minutes,
          'minRateCents', min_rate_cents, 'maxRateCents', max_rate_cents, 'languages', languages,
          'overlapMinutes', overlap_minutes, 'startsOn', starts_on,
          'specialties', array(select specialty from brief_specialty where brief_id = newest.id order by specialty),
          'tools', array(select tool from brief_tool where brief_id = newest.id order by tool),
          'client', json_build_object('id', client_id, 'name', client_name, 'zone', zone, 'country', country),
          'weeks', coalesce(weeks, '{}'), 'minutes', coalesce(minutes, '{}')
        )), '[]') from newest) as briefs`;
