import type { WeekView } from '@app/wire/timelog';
import { useTranslations } from 'use-intl';

import { State } from '../../ui/state.tsx';
import { worked } from './worked.ts';

const WARN_AT_PERCENT = [100, 95, 80] as const;

interface LimitNoteProps {
  readonly week: WeekView;
  readonly now: Date;
  /** In a line with others: the share alone. */
  readonly isShort?: boolean;
}

/** Said before the weekly limit is reached, at four fifths and nearly there, and once it is. */
export function LimitNote({ week, now, isShort = false }: LimitNoteProps) {
  const t = useTranslations('time');
  const { within } = worked(week, now);
  const percent = WARN_AT_PERCENT.find((share) => within * 100 >= week.limitSeconds * share);
  if (percent === undefined || week.limitSeconds === 0) return null;
  return (
    <p className="mt-1 text-fine">
      <State tone={percent === 100 ? 'fault' : 'waiting'}>{t('limitShare', { percent: String(percent) })}</State>
      {isShort ? null : <span className="ml-2">{t(`limit.${percent}`)}</span>}
    </p>
  );
}
