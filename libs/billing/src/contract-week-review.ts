import type { Tx } from '@app/database';
import { type Actor, actsFor, allow, Conflict } from '@app/kernel';
import { mayApprove, type ReviewState, WeekNotFound } from '@app/timelog';

interface ReviewedWeek {
  clientId: string;
  assistantId: string;
  review: ReviewState | null;
}

/** False: it was approved already. Throws `WeekNotFound`, Forbidden, or Conflict `week_not_in_review`. */
export async function approveContractWeek(tx: Tx, actor: Actor, weekId: string, now: Date): Promise<boolean> {
  const [week] = await tx.query<ReviewedWeek[]>(
    `select client_id as "clientId", assistant_id as "assistantId", review_state as review
       from contract_week where id = $1 for no key update`,
    [weekId],
  );
  if (!week || !isParty(actor, week)) throw new WeekNotFound(weekId);
  allow(mayApprove(actor, week), 'approve this week');
  if (week.review === 'approved') return false;
  if (week.review !== 'pending') throw new WeekNotInReview();
  await tx.query(
    `update contract_week set state = 'accepted', state_at = $2, review_state = 'approved', review_state_at = $2 where id = $1`,
    [weekId, now],
  );
  return true;
}

export class WeekNotInReview extends Conflict {
  constructor() {
    super('week_not_in_review', 'This week is not under review: it is invoiced first, and reviewed once.');
  }
}

function isParty(actor: Actor, week: ReviewedWeek): boolean {
  if (actor.kind !== 'user') return true;
  return actor.userId === week.assistantId || actsFor(actor, week.clientId);
}
