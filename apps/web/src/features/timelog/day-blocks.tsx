import type { TimeEntryView } from '@app/wire/timelog';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';

import { byLocale } from '../../i18n/spoken.ts';
import { formatInstant } from '../../ui/instant.tsx';
import { useReader } from '../../ui/reader.tsx';
import { addDays, startOfDate, wallClock } from '../../ui/zoned.ts';
import { secondsOf } from './entry-list.tsx';

interface DayBlocksProps {
  /** The first day: `2026-03-02`. */
  readonly monday: string;
  readonly entries: readonly TimeEntryView[];
  readonly now: Date;
  onEdit(entry: TimeEntryView): void;
  onMove(entry: TimeEntryView, by: { days: number } | { minutes: number }): void;
  onDelete(entry: TimeEntryView): void;
}

const HOUR_MS = 3_600_000;
const [EARLIEST, LATEST] = [7, 19];
const HOUR_REM = 2.25;
const STEP_MINUTES = 15;
const edges = ['border-ink', 'border-settled', 'border-waiting', 'border-fault', 'border-edge'];
const weekday = byLocale((spoken) => new Intl.DateTimeFormat(spoken, { weekday: 'short', timeZone: 'UTC' }));

/** When in the day what was done: a column a day, a block an entry. Each is a button, in the order of time. */
export function DayBlocks({ monday, entries, now, onEdit, onMove, onDelete }: DayBlocksProps) {
  const t = useTranslations('time');
  const { zone } = useReader();
  const clients = [...new Set(entries.map(({ clientName }) => clientName))].toSorted();
  const today = wallClock(now, zone).date;
  const blocks = entries.flatMap((entry) => pieces(entry, monday, zone, now));
  const first = Math.floor(Math.min(EARLIEST, ...blocks.map(({ from }) => from)));
  const last = Math.ceil(Math.max(LATEST, ...blocks.map(({ to }) => to)));
  const press = (event: KeyboardEvent, entry: TimeEntryView) => {
    if (event.key === 'Delete') onDelete(entry);
    else if (!event.altKey) return;
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      onMove(entry, { days: event.key === 'ArrowLeft' ? -1 : 1 });
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown')
      onMove(entry, { minutes: event.key === 'ArrowUp' ? -STEP_MINUTES : STEP_MINUTES });
    else return;
    event.preventDefault();
  };

  return (
    <section aria-label={t('grid.blocks')} className="mb-8 max-md:hidden">
      <div className="grid grid-cols-[2.5rem_repeat(7,minmax(0,1fr))]">
        <div aria-hidden="true" className="relative mt-6" style={{ height: `${(last - first) * HOUR_REM}rem` }}>
          {hoursBetween(first, last).map((hour) => (
            <span
              key={hour}
              className="absolute right-1.5 -translate-y-1/2 text-fine text-ink-faint"
              style={{ top: `${(hour - first) * HOUR_REM}rem` }}
            >
              {hour}
            </span>
          ))}
        </div>
        {Array.from({ length: 7 }, (_, place) => addDays(monday, place)).map((date) => (
          <div key={date} className="min-w-0">
            <p
              aria-hidden="true"
              className={`h-6 text-center text-fine ${date === today ? 'font-bold' : 'text-ink-soft'}`}
            >
              {weekday().format(new Date(`${date}T12:00Z`))}
            </p>
            <div
              className={`relative border-l border-b border-rule ${date === today ? 'bg-band' : ''}`}
              style={{ height: `${(last - first) * HOUR_REM}rem` }}
            >
              {hoursBetween(first, last).map((hour) => (
                <span
                  key={hour}
                  aria-hidden="true"
                  className="absolute inset-x-0 border-t border-rule"
                  style={{ top: `${(hour - first) * HOUR_REM}rem` }}
                />
              ))}
              {blocks
                .filter((block) => block.date === date)
                .map(({ entry, from, to }) => (
                  <button
                    key={entry.id}
                    type="button"
                    data-typed
                    disabled={!entry.can.change || entry.end === null}
                    onClick={() => onEdit(entry)}
                    onKeyDown={(event) => press(event, entry)}
                    title={entry.note}
                    className={`absolute inset-x-0.5 overflow-hidden border-l-4 px-1 text-left text-fine leading-tight ${
                      entry.end === null
                        ? 'border-wet bg-wet-wash'
                        : `${edges[clients.indexOf(entry.clientName) % edges.length]} bg-sheet outline-1 outline-rule-strong hover:bg-band`
                    }`}
                    style={{
                      top: `${(from - first) * HOUR_REM}rem`,
                      height: `${Math.max(0.75, (to - from) * HOUR_REM)}rem`,
                    }}
                  >
                    <span className="sr-only">{`${weekday().format(new Date(`${date}T12:00Z`))} `}</span>
                    <span className="block truncate font-semibold">{entry.clientName}</span>
                    <span className="block truncate text-ink-soft">
                      {formatInstant(new Date(entry.start), { zone, as: 'time' })}–
                      {entry.end === null
                        ? t('nowEnd')
                        : formatInstant(new Date(entry.end), { zone, as: 'time', isEnd: true })}
                    </span>
                    <span className="block text-ink-faint">{entry.note}</span>
                  </button>
                ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

interface Block {
  readonly entry: TimeEntryView;
  readonly date: string;
  /** Hours since the day began. */
  readonly from: number;
  readonly to: number;
}

/** An entry over midnight stands in both days. */
function pieces(entry: TimeEntryView, monday: string, zone: string, now: Date): Block[] {
  const start = Date.parse(entry.start);
  const end = start + secondsOf(entry, now) * 1000;
  return Array.from({ length: 7 }, (_, place) => addDays(monday, place)).flatMap((date) => {
    const [day, next] = [startOfDate(date, zone).getTime(), startOfDate(addDays(date, 1), zone).getTime()];
    if (end <= day || start >= next) return [];
    return [{ entry, date, from: (Math.max(start, day) - day) / HOUR_MS, to: (Math.min(end, next) - day) / HOUR_MS }];
  });
}

function hoursBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first }, (_, place) => first + place);
}
