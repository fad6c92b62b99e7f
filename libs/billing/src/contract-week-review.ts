import type { Tx } from '@app/database';
import { type Actor, actsFor, allow, Conflict } from '@app/kernel';
import { mayApprove, type ReviewState, type WeekState, WeekNotFound } from '@app/timelog';
import { Injectable } from '@nestjs/common';

import { EARNINGS_APPROVED } from './earning.queries.ts';
import { BilledLines } from './giving-back/billed-lines.repository.ts';

interface ReviewedWeek {
  clientId: string;
  assistantId: string;
  state: WeekState;
  review: ReviewState | null;
}

/**
 * The review of one contract week. A dispute is about a part of it: the rest is approved, or accepted by silence, as
 * ever, and the week says `disputed` until both are over.
 */
@Injectable()
export class ContractWeekReview {
  constructor(private readonly lines: BilledLines) {}

  /** False: it was approved already. Throws `WeekNotFound`, Forbidden, or Conflict `week_not_in_review`. */
  async approve(tx: Tx, actor: Actor, weekId: string, now: Date): Promise<boolean> {
    const week = await lockWeek(tx, weekId);
    if (!week || !isParty(actor, week)) throw new WeekNotFound(weekId);
    allow(mayApprove(actor, week), 'approve this week');
    if (week.review === 'approved') return false;
    if (!isInReview(week)) throw new WeekNotInReview();
    const review = week.review === 'pending' ? 'approved' : await this.afterDispute(tx, weekId);
    await tx.query(
      `update contract_week
          set state = 'accepted', state_at = $2, review_state = $3,
              review_state_at = case when review_state = $3 then review_state_at else $2 end
        where id = $1`,
      [weekId, now, review],
    );
    await tx.query(EARNINGS_APPROVED, [weekId, now]);
    return true;
  }

  /** A part of it is contested. Throws `WeekNotFound`, or `week_not_in_review` once the review has ended. */
  async dispute(tx: Tx, weekId: string, now: Date): Promise<void> {
    const week = await lockWeek(tx, weekId);
    if (!week) throw new WeekNotFound(weekId);
    if (!isInReview(week)) throw new WeekNotInReview();
    if (week.review === 'disputed') return;
    await setReview(tx, weekId, 'disputed', now);
  }

  /** A dispute is over. False: the review goes on, or another dispute of this week does. Holds are ended before. */
  async resolve(tx: Tx, weekId: string, now: Date): Promise<boolean> {
    const week = await lockWeek(tx, weekId);
    if (week?.review !== 'disputed' || week.state !== 'accepted') return false;
    if (await this.lines.inDispute(tx, weekId)) return false;
    await setReview(tx, weekId, 'resolved', now);
    return true;
  }

  private async afterDispute(tx: Tx, weekId: string): Promise<ReviewState> {
    return (await this.lines.inDispute(tx, weekId)) ? 'disputed' : 'resolved';
  }
}

export class WeekNotInReview extends Conflict {
  constructor() {
    super('week_not_in_review', 'This week is not under review: it is invoiced first, and reviewed once.');
  }
}

async function lockWeek(tx: Tx, weekId: string): Promise<ReviewedWeek | undefined> {
  const [week] = await tx.query<ReviewedWeek[]>(
    `select client_id as "clientId", assistant_id as "assistantId", state, review_state as review
       from contract_week where id = $1 for no key update`,
    [weekId],
  );
  return week;
}

async function setReview(tx: Tx, weekId: string, review: ReviewState, now: Date): Promise<void> {
  await tx.query(`update contract_week set review_state = $2, review_state_at = $3 where id = $1`, [
    weekId,
    review,
    now,
  ]);
}

function isInReview({ state, review }: ReviewedWeek): boolean {
  return state === 'invoiced' && (review === 'pending' || review === 'disputed');
}

function isParty(actor: Actor, week: ReviewedWeek): boolean {
  if (actor.kind !== 'user') return true;
  return actor.userId === week.assistantId || actsFor(actor, week.clientId);
}
