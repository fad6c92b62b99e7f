import type { Tx } from '@app/database';
import { type Actor, actsFor, allow, Conflict } from '@app/kernel';

import { WeekNotFound } from './billing.errors.ts';

interface ReviewedWeek {
  client_id: string;
  assistant_id: string;
  review_state: string | null;
}

/** False: it was approved already. Throws NotFound, Forbidden, or Conflict `week_not_in_review`. */
export async function approveContractWeek(tx: Tx, actor: Actor, weekId: string, now: Date): Promise<boolean> {
  const [week] = await tx.query<ReviewedWeek[]>(
    `select client_id, assistant_id, review_state from contract_week where id = $1 for no key update`,
    [weekId],
  );
  if (!week || !isParty(actor, week)) throw new WeekNotFound(weekId);
  allow(actsFor(actor, week.client_id, 'approver', 'hiring'), 'approve this week');
  if (week.review_state === 'approved') return false;
  if (week.review_state !== 'pending') throw new WeekNotInReview();
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
  return actor.userId === week.assistant_id || actsFor(actor, week.client_id);
}
