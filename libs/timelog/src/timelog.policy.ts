import { type Actor, actsFor } from '@app/kernel';

import type { WeekState } from './week.state.ts';

interface Worked {
  readonly assistantId: string;
}

/** Time is the assistant's own word: nobody else logs or changes it. */
export function mayLog(actor: Actor, { assistantId }: Worked): boolean {
  return actor.kind === 'user' && actor.userId === assistantId;
}

export function mayChange(actor: Actor, entry: Worked): boolean {
  return mayLog(actor, entry);
}

/** Whether the actor may end the client's review of a week by approving it. */
export function mayApprove(actor: Actor, week: { readonly clientId: string }): boolean {
  return actor.kind === 'user' && actsFor(actor, week.clientId, 'approver');
}

/** More hours are the decision of whoever hires. */
export function mayRaiseLimit(actor: Actor, week: { readonly clientId: string }): boolean {
  return actor.kind === 'user' && actsFor(actor, week.clientId, 'hiring');
}

/** The assistant's own review ends with the freeze, to the second, whether or not the sweep has come by yet. */
export function isOpen(week: { readonly state: WeekState; readonly freezesAt: Date }, now: Date): boolean {
  return week.state === 'open' && now < week.freezesAt;
}

/** `$1`, `$2` and `$3` of every query that reads for somebody: all of it, as whom, for which businesses. */
export function visibleTo(actor: Actor): [boolean, string | null, string[]] {
  if (actor.kind !== 'user') return [true, null, []];
  return [false, actor.userId, actor.businesses.map(({ id }) => id)];
}
