import { useTranslations } from 'use-intl';

import { Instant } from '../../ui/instant.tsx';
import { useNow } from '../../ui/now.ts';
import { State } from '../../ui/state.tsx';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const SOON_HOURS = 24;
const HOURS_A_DAY = 24;

/** Until when staff have to act: in words, with a shape and a colour, and the instant itself. */
export function Due({ at }: { readonly at: string | null }) {
  const t = useTranslations('staff');
  const now = useNow(MINUTE_MS);
  if (at === null) return <span className="text-ink-faint">{t('due.none')}</span>;
  const left = new Date(at).getTime() - now.getTime();
  const hours = Math.trunc(Math.abs(left) / HOUR_MS);
  const far = hours >= 2 * HOURS_A_DAY;
  const values = far ? { count: Math.trunc(hours / HOURS_A_DAY) } : { count: hours };
  const tone = left <= 0 ? 'fault' : hours < SOON_HOURS ? 'waiting' : 'idle';
  const said = left <= 0 ? (far ? 'due.lateDays' : 'due.lateHours') : far ? 'due.inDays' : 'due.inHours';
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <State tone={tone}>{t(said, values)}</State>
      <span className="text-fine text-ink-faint">
        <Instant at={at} />
      </span>
    </span>
  );
}
