import type { WeekView } from '@app/wire/timelog';
import { useTranslations } from 'use-intl';

import { State, type Tone } from '../../ui/state.tsx';

const reviews: Readonly<Record<NonNullable<WeekView['review']>, Tone>> = {
  pending: 'waiting',
  approved: 'settled',
  accepted_by_silence: 'settled',
  disputed: 'fault',
  resolved: 'settled',
};

const states: Readonly<Record<Exclude<WeekView['state'], 'open'>, Tone>> = {
  frozen: 'waiting',
  zero: 'idle',
  invoiced: 'waiting',
  accepted: 'settled',
};

/** Where a closed week stands, and how its dispute does; an open one says nothing, since it says so itself. */
export function WeekState({ week }: { readonly week: Pick<WeekView, 'state' | 'review' | 'dispute'> }) {
  const t = useTranslations('time');
  const disputes = useTranslations('disputes');
  const { state, review, dispute } = week;
  if (state === 'open') return null;
  if (dispute) {
    return (
      <State tone={dispute.outcome === null ? 'fault' : 'settled'}>
        {disputes(`ofWeek.${dispute.outcome ?? 'open'}`)}
      </State>
    );
  }
  if (review && (state === 'invoiced' || state === 'accepted')) {
    return <State tone={reviews[review]}>{t(`review.${review}`)}</State>;
  }
  return <State tone={states[state]}>{t(`state.${state}`)}</State>;
}
