import type { WeekView } from '@app/wire/timelog';

import { State, type Tone } from '../../ui/state.tsx';

const reviews: Readonly<Record<string, readonly [Tone, string]>> = {
  pending: ['waiting', 'In review'],
  approved: ['settled', 'Approved'],
  accepted_by_silence: ['settled', 'Accepted by silence'],
  disputed: ['fault', 'Disputed'],
  resolved: ['settled', 'Resolved'],
};

const states: Readonly<Record<string, readonly [Tone, string]>> = {
  frozen: ['waiting', 'Frozen'],
  zero: ['idle', 'No hours'],
  invoiced: ['waiting', 'Invoiced'],
  accepted: ['settled', 'Accepted'],
};

/** Where a closed week stands; an open one says nothing, since it says so itself. */
export function WeekState({ week }: { readonly week: Pick<WeekView, 'state' | 'review'> }) {
  const isReviewed = week.state === 'invoiced' || week.state === 'accepted';
  const found = (isReviewed && week.review ? reviews[week.review] : undefined) ?? states[week.state];
  return found ? <State tone={found[0]}>{found[1]}</State> : null;
}
