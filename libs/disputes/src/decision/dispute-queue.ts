import { Database } from '@app/database';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import type { Party } from '../describe-disputes.ts';
import { Dispute } from '../dispute.entity.ts';

export type Which = 'waiting' | 'mine' | 'late' | 'second_signature' | 'appeals' | 'all';

export interface Queue {
  /** The most urgent first. */
  readonly disputes: readonly Dispute[];
  readonly counts: Readonly<Record<Which, number>>;
  readonly workload: readonly { readonly staff: Party; readonly claimed: number; readonly decidedIn30Days: number }[];
}

const MOST = 200;
const COUNTED_DAYS = 30;
const DAY_MS = 86_400_000;

/** What waits for staff, for whom, and how much each of them has. */
@Injectable()
export class DisputeQueue {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async read(staff: Staff, which: Which): Promise<Queue> {
    const now = this.clock.now();
    const ids = await this.db.reader.query<{ id: string }[]>(
      `select id from (${SORTED}) as sorted where ${which === 'all' ? 'true' : `is_${which}`} order by awaits desc, due_at, id limit ${MOST}`,
      [staff.userId, now],
    );
    const found = await this.db.reader.findBy(Dispute, { id: In(ids.map(({ id }) => id)) });
    const byId = new Map(found.map((dispute) => [dispute.id, dispute]));
    const [counts] = await this.db.reader.query<[Queue['counts']]>(
      `select count(*) filter (where is_waiting)::int as waiting, count(*) filter (where is_mine)::int as mine,
              count(*) filter (where is_late)::int as late,
              count(*) filter (where is_second_signature)::int as second_signature,
              count(*) filter (where is_appeals)::int as appeals, count(*)::int as "all" from (${SORTED}) as sorted`,
      [staff.userId, now],
    );
    const since = new Date(now.getTime() - COUNTED_DAYS * DAY_MS);
    const workload = await this.db.reader.query<Queue['workload'][number][]>(WORKLOAD, [now, since]);
    return { disputes: ids.flatMap(({ id }) => byId.get(id) ?? []), counts, workload };
  }
}

/** $1 member of staff, $2 now. */
const SORTED = `
  select d.id, d.due_at, d.state in ('deciding', 'appealed') as awaits,
         d.state in ('deciding', 'appealed') and (d.claimed_by is null or d.claim_expires_at <= $2) as is_waiting,
         d.claimed_by = $1 and d.claim_expires_at > $2 as is_mine,
         d.state in ('deciding', 'appealed') and d.due_at <= $2 as is_late,
         exists (select from dispute_decision p
                  where p.dispute_id = d.id and p.needs_second and p.decided_at is null and p.superseded_at is null) as is_second_signature,
         d.state = 'appealed' as is_appeals
    from dispute d`;

/** $1 now, $2 since when. */
const WORKLOAD = `
  select json_build_object('id', a.id, 'name', a.name) as staff,
         (select count(*)::int from dispute d where d.claimed_by = a.id and d.claim_expires_at > $1) as claimed,
         (select count(*)::int from dispute_signature s join dispute_decision p on p.id = s.decision_id
           where s.staff_id = a.id and p.decided_at > $2) as "decidedIn30Days"
    from staff_grant g join account a on a.id = g.account_id
   where g.revoked_at is null order by a.name, a.id`;
