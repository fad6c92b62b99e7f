import type { AvailabilityWindow } from '@app/wire/profiles';
import { useTranslations } from 'use-intl';

import { byLocale } from '../../i18n/spoken.ts';

const DAY_MINUTES = 1_440;
const weekdayName = byLocale((spoken) => new Intl.DateTimeFormat(spoken, { weekday: 'long', timeZone: 'UTC' }));

/** The hours of a week, a row a day: in words, and drawn on a day from midnight to midnight. */
export function WeekOfHours({ windows }: { readonly windows: readonly AvailabilityWindow[] }) {
  const t = useTranslations('public');
  return (
    <dl className="border-t border-rule">
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
        const ofDay = windows.filter((one) => one.weekday === weekday);
        return (
          <div
            key={weekday}
            className="grid min-h-10 items-center gap-x-4 border-b border-rule py-1 grid-cols-[6.5rem_minmax(0,1fr)] sm:grid-cols-[6.5rem_9rem_minmax(0,1fr)]"
          >
            <dt className={ofDay.length > 0 ? 'font-semibold' : 'text-ink-faint'}>{nameOf(weekday)}</dt>
            <dd className={`tabular-nums ${ofDay.length > 0 ? '' : 'text-fine text-ink-faint'}`}>
              {ofDay.length > 0
                ? ofDay.map(({ fromMinute, toMinute }) => `${clock(fromMinute)}–${clock(toMinute)}`).join(', ')
                : t('free')}
            </dd>
            <dd aria-hidden="true" className="relative h-2 border border-edge bg-sheet max-sm:hidden">
              {ofDay.map(({ fromMinute, toMinute }) => (
                <span
                  key={fromMinute}
                  className="absolute inset-y-0 bg-ink"
                  style={{ left: percent(fromMinute), width: percent(toMinute - fromMinute) }}
                />
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function percent(minutes: number): string {
  return `${(100 * minutes) / DAY_MINUTES}%`;
}

function clock(minute: number): string {
  return `${String(Math.trunc(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** 1 is Monday, and so was 2026-03-02. */
function nameOf(weekday: number): string {
  return weekdayName().format(new Date(Date.UTC(2026, 2, 1 + weekday)));
}
