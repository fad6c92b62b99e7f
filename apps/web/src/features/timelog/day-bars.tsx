import type { TimeEntryView } from '@app/wire/timelog';

import { byLocale } from '../../i18n/spoken.ts';
import { formatHours } from '../../ui/duration.tsx';
import { useReader } from '../../ui/reader.tsx';
import { addDays, startOfDate, wallClock } from '../../ui/zoned.ts';
import { secondsOf } from './entry-list.tsx';

interface DayBarsProps {
  /** The first day: `2026-03-02`. */
  readonly monday: string;
  readonly entries: readonly TimeEntryView[];
  readonly now: Date;
}

const EIGHT_HOURS_S = 8 * 3600;
const weekday = byLocale((spoken) => new Intl.DateTimeFormat(spoken, { weekday: 'short', timeZone: 'UTC' }));

/** Seven columns, inked by the hours of each day; the list beneath says the same in words. */
export function DayBars({ monday, entries, now }: DayBarsProps) {
  const { zone } = useReader();
  const today = wallClock(now, zone).date;
  const days = Array.from({ length: 7 }, (_, place) => {
    const date = addDays(monday, place);
    const [from, to] = [startOfDate(date, zone).getTime(), startOfDate(addDays(date, 1), zone).getTime()];
    const seconds = entries.reduce((sum, entry) => sum + within(entry, from, to, now), 0);
    return { date, seconds };
  });
  const most = Math.max(EIGHT_HOURS_S, ...days.map(({ seconds }) => seconds));
  return (
    <div aria-hidden="true" className="mb-6 grid grid-cols-7 border-b border-rule-strong">
      {days.map(({ date, seconds }) => (
        <div
          key={date}
          className={`border-l border-rule px-1 pb-1 first:border-l-0 ${date === today ? 'bg-band' : ''}`}
        >
          <div className="flex h-24 items-end">
            <span
              className={`w-full ${date === today ? 'bg-wet' : 'bg-ink'}`}
              style={{ height: `${(100 * seconds) / most}%` }}
            />
          </div>
          <p className="mt-1 text-center text-fine leading-tight">
            <span className={date === today ? 'font-bold' : ''}>{weekday().format(new Date(`${date}T12:00Z`))}</span>
            <span className="block text-ink-soft">{seconds > 0 ? formatHours(seconds) : '–'}</span>
          </p>
        </div>
      ))}
    </div>
  );
}

function within(entry: TimeEntryView, from: number, to: number, now: Date): number {
  const start = Math.max(from, Date.parse(entry.start));
  const end = Math.min(to, Date.parse(entry.start) + secondsOf(entry, now) * 1000);
  return Math.max(0, end - start) / 1000;
}
