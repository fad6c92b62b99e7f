import type { WeekView } from '@app/wire/timelog';
import { useTranslations } from 'use-intl';

import { formatHours } from '../../ui/duration.tsx';
import { formatInstant, Instant } from '../../ui/instant.tsx';
import { useReader } from '../../ui/reader.tsx';
import { addDays, instantOf, startOfDate, wallClock } from '../../ui/zoned.ts';

/** `[from, to)` in milliseconds. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Hours of a weekday in a zone of its own, in minutes of the day; 1 is Monday. */
interface WeekdayHours {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
}

interface OverlapBandsProps {
  readonly weeks: readonly WeekView[];
  /** The assistant's own working hours, and the zone they are meant in. */
  readonly own: { readonly zone: string; readonly hours: readonly WeekdayHours[] };
  readonly now: Date;
}

/** A client's working day, as briefs count it. */
const [OPENS, CLOSES] = [9 * 60, 17 * 60];
const officeHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: OPENS, toMinute: CLOSES }));
const HOURS = [0, 3, 6, 9, 12, 15, 18, 21, 24];

/** Each client's working day on the reader's own day, with what they share inked; the same in words beneath each. */
export function OverlapBands({ weeks, own, now }: OverlapBandsProps) {
  const t = useTranslations('time');
  const { zone } = useReader();
  const { date } = wallClock(now, zone);
  const day = { from: startOfDate(date, zone).getTime(), to: startOfDate(addDays(date, 1), zone).getTime() };
  const mine = spansOn(day, own.hours, own.zone);
  const clients = [...new Map(weeks.map((week) => [week.client.id, week])).values()];
  const at = (instant: number) => `${(100 * (instant - day.from)) / (day.to - day.from)}%`;
  const wide = ({ from, to }: Span) => `${(100 * (to - from)) / (day.to - day.from)}%`;
  const time = (instant: number, isEnd = false) => formatInstant(new Date(instant), { zone, as: 'time', isEnd });

  return (
    <div className="relative">
      <div aria-hidden="true" className="relative mb-1 h-5 text-fine text-ink-faint">
        {HOURS.map((hour) => (
          <span
            key={hour}
            className={`absolute whitespace-nowrap ${hour === 0 ? '' : hour === 24 ? '-translate-x-full' : '-translate-x-1/2'} ${hour % 6 === 0 ? '' : 'max-sm:hidden'}`}
            style={{ left: `${(100 * hour) / 24}%` }}
          >
            {hour}
          </span>
        ))}
        <span
          className="absolute top-4 z-10 bg-sheet px-1 font-semibold whitespace-nowrap text-wet"
          style={{
            left: at(now.getTime()),
            transform: `translateX(-${now.getTime() > (day.from + day.to) / 2 ? 100 : 0}%)`,
          }}
        >
          {t('bands.now', { time: time(now.getTime()) })}
        </span>
      </div>
      <ul className="pt-4">
        {clients.map((week) => {
          const theirs = spansOn(day, officeHours, week.zone);
          const shared = mine.flatMap((span) => theirs.flatMap((other) => common(span, other)));
          const sharedSeconds = shared.reduce((sum, { from, to }) => sum + (to - from) / 1000, 0);
          const [first] = theirs;
          return (
            <li key={week.client.id} className="mb-3">
              <p className="flex flex-wrap justify-between gap-x-4 text-fine">
                <span className="font-semibold">{week.client.name}</span>
                <span className="text-ink-soft">
                  {t.rich('bands.thereNow', {
                    time: () => <Instant at={now} as="time" zone={week.zone} />,
                  })}
                </span>
              </p>
              <div aria-hidden="true" className="relative mt-0.5 h-5 border-b border-rule bg-band">
                {mine.map((span) => (
                  <span
                    key={span.from}
                    className="absolute inset-y-0 border-x border-edge bg-sheet"
                    style={{ left: at(span.from), width: wide(span) }}
                  />
                ))}
                {theirs.map((span) => (
                  <span
                    key={span.from}
                    className="absolute inset-y-1 border border-dashed border-edge"
                    style={{ left: at(span.from), width: wide(span) }}
                  />
                ))}
                {shared.map((span) => (
                  <span
                    key={span.from}
                    className="absolute inset-y-1 bg-settled"
                    style={{ left: at(span.from), width: wide(span) }}
                  />
                ))}
                <span className="absolute inset-y-0 w-0.5 bg-wet" style={{ left: at(now.getTime()) }} />
              </div>
              <p className="mt-0.5 text-fine text-ink-soft">
                {first
                  ? t('bands.says', {
                      from: time(first.from),
                      to: time(theirs.at(-1)?.to ?? first.to, true),
                      shared: formatHours(sharedSeconds),
                    })
                  : t('bands.free')}
              </p>
            </li>
          );
        })}
      </ul>
      <p aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 text-fine text-ink-faint">
        <Key look="border border-edge bg-sheet">{t('bands.yours')}</Key>
        <Key look="border border-dashed border-edge">{t('bands.theirs')}</Key>
        <Key look="bg-settled">{t('bands.both')}</Key>
      </p>
    </div>
  );
}

function Key({ look, children }: { readonly look: string; readonly children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className={`h-3 w-5 ${look}`} />
      {children}
    </span>
  );
}

/** What of these hours falls on that day, wherever they are kept: a day there may begin on the one before. */
function spansOn(day: Span, hours: readonly WeekdayHours[], zone: string): Span[] {
  const { date } = wallClock(new Date(day.from), zone);
  return [-1, 0, 1].flatMap((offset) => {
    const theirs = addDays(date, offset);
    const weekday = new Date(`${theirs}T12:00Z`).getUTCDay() || 7;
    return hours
      .filter((window) => window.weekday === weekday)
      .flatMap(({ fromMinute, toMinute }) =>
        common(day, { from: minuteOf(theirs, fromMinute, zone), to: minuteOf(theirs, toMinute, zone) }),
      );
  });
}

function common(a: Span, b: Span): Span[] {
  const both = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
  return both.from < both.to ? [both] : [];
}

function minuteOf(date: string, minute: number, zone: string): number {
  if (minute >= 24 * 60) return startOfDate(addDays(date, 1), zone).getTime();
  const time = `${String(Math.trunc(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const found = instantOf({ date, time }, zone);
  if (found.kind === 'instant') return found.at.getTime();
  return found.kind === 'fold' ? found.earlier.getTime() : startOfDate(date, zone).getTime() + minute * 60_000;
}
