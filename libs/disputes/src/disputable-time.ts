import { Database, type Tx } from '@app/database';
import type { Actor } from '@app/kernel';
import { WeekNotFound, type ReviewState } from '@app/timelog';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { EntryNotInWeek, NotDisputable, NothingLeftToDispute } from './dispute.errors.ts';

/** A contract week as far as its review is concerned. */
export interface ReviewedWeek {
  readonly id: string;
  readonly contractId: string;
  readonly clientId: string;
  readonly assistantId: string;
  readonly review: ReviewState | null;
  /** Null: not invoiced yet. */
  readonly invoiceId: string | null;
  readonly reviewEndsAt: Date | null;
  /** Approval ends it early. */
  readonly reviewEndedAt: Date | null;
}

/** An entry that is billed in a line of the week, and what of it is neither disputed nor given back. */
export interface BilledEntry {
  readonly entryId: string;
  readonly lineId: string;
  readonly start: Date;
  readonly end: Date;
  readonly note: string;
  readonly seconds: number;
  readonly leftSeconds: number;
}

export interface WantedTime {
  readonly entryId: string;
  /** The rest of the entry unless said. */
  readonly seconds?: number | undefined;
}

export interface DisputedTime {
  readonly entryId: string;
  readonly lineId: string;
  readonly seconds: number;
}

/** What of a week can be contested, by whom and how long. */
@Injectable()
export class DisputableTime {
  constructor(private readonly db: Database) {}

  /** Throws `WeekNotFound` also for what the actor cannot see. */
  async week(actor: Actor, weekId: string, from: EntityManager = this.db.reader): Promise<ReviewedWeek> {
    const [week] = await from.query<ReviewedWeek[]>(WEEK, [...visibleTo(actor), weekId]);
    if (!week) throw new WeekNotFound(weekId);
    return week;
  }

  /** The same, its row locked: of two who dispute one second, one finds it disputed. */
  async lockWeek(tx: Tx, actor: Actor, weekId: string): Promise<ReviewedWeek> {
    await tx.query(`select from contract_week where id = $1 for no key update`, [weekId]);
    return this.week(actor, weekId, tx);
  }

  /** `again`: also what a dispute left with the assistant; its time in the review is disputed once. */
  entries(weekId: string, again = false, from: EntityManager = this.db.reader): Promise<BilledEntry[]> {
    return from.query(ENTRIES, [weekId, again]);
  }

  /** Throws `EntryNotInWeek` or `NothingLeftToDispute`. */
  async choose(tx: Tx, weekId: string, wanted: readonly WantedTime[], again = false): Promise<DisputedTime[]> {
    const entries = new Map((await this.entries(weekId, again, tx)).map((entry) => [entry.entryId, entry]));
    return wanted.map(({ entryId, seconds }, place) => {
      const entry = entries.get(entryId);
      if (!entry) throw new EntryNotInWeek(place);
      const chosen = seconds ?? entry.leftSeconds;
      if (chosen === 0 || chosen > entry.leftSeconds) throw new NothingLeftToDispute(entryId, entry.leftSeconds);
      return { entryId, lineId: entry.lineId, seconds: chosen };
    });
  }
}

/** Why the time of the week cannot be disputed (any more), or null. */
export function whyNotDisputable(
  { invoiceId, review, reviewEndsAt, reviewEndedAt }: ReviewedWeek,
  now: Date,
): 'not_invoiced' | 'approved' | 'review_over' | null {
  if (invoiceId === null || reviewEndsAt === null || review === null) return 'not_invoiced';
  if (now >= reviewEndsAt || review === 'accepted_by_silence') return 'review_over';
  if (review === 'approved' || reviewEndedAt !== null) return 'approved';
  return null;
}

/** Throws `NotDisputable`. */
export function assertDisputable(week: ReviewedWeek, now: Date): void {
  const reason = whyNotDisputable(week, now);
  if (reason) throw new NotDisputable(reason);
}

function visibleTo(actor: Actor): [boolean, string | null, string[]] {
  if (actor.kind !== 'user') return [true, null, []];
  return [false, actor.userId, actor.businesses.map(({ id }) => id)];
}

/** Of late time that is billed with a later invoice the review is that invoice's: the latest counts. */
const WEEK = `
  select w.id, w.contract_id as "contractId", w.client_id as "clientId", w.assistant_id as "assistantId",
         w.review_state as review, billed.invoice_id as "invoiceId", billed.review_ends_at as "reviewEndsAt",
         billed.review_ended_at as "reviewEndedAt"
    from contract_week w
    left join lateral (
      select i.id as invoice_id, i.review_ends_at, e.review_ended_at
        from invoice_line l join invoice i on i.id = l.invoice_id
        left join earning e on e.line_id = l.id and e.parent_id is null
       where l.contract_week_id = w.id order by i.issued_at desc, l.id limit 1) billed on true
   where w.id = $4 and ($1 or w.assistant_id = $2 or w.client_id = any($3))`;

/** $1 contract week, $2 whether what a dispute left with the assistant counts as left; what was taken back does. */
const ENTRIES = `
  select e.id as "entryId", l.id as "lineId", lower(e.during) as start, upper(e.during) as end, e.note,
         long.seconds::int as seconds,
         greatest(0, long.seconds - coalesce(disputed.seconds, 0) - coalesce(corrected.seconds, 0))::int as "leftSeconds"
    from time_entry e
    join invoice_line l on l.contract_week_id = e.contract_week_id
     and l.kind = case e.bucket when 'within' then 'time' else 'late_time' end
   cross join lateral (select extract(epoch from upper(e.during) - lower(e.during))::bigint as seconds) as long
    left join lateral (
      select sum(case when $2 or p.outcome = 'withdrawn' then coalesce(d.refunded_seconds, d.seconds) else d.seconds end) as seconds
        from dispute_line d join dispute p on p.id = d.dispute_id where d.entry_id = e.id) as disputed on true
    left join lateral (
      select sum(q.correction_seconds) as seconds
        from entry_query q where q.entry_id = e.id and q.state = 'agreed') as corrected on true
   where e.contract_week_id = $1
   order by e.during`;
