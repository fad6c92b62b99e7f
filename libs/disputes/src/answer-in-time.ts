import type { Dispute } from './dispute.entity.ts';
import { AnswerTooLate } from './dispute.errors.ts';

/** From the last instant on silence has had its effect, whether or not the sweep has come by. */
export function assertInTime({ state, dueAt }: Dispute, now: Date): void {
  if (state === 'open' && dueAt !== null && now >= dueAt) throw new AnswerTooLate();
}
