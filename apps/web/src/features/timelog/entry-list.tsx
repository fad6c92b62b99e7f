import type { TimeEntryView } from '@app/wire/timelog';
import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Duration } from '../../ui/duration.tsx';
import { Instant } from '../../ui/instant.tsx';
import { useReader } from '../../ui/reader.tsx';
import { State } from '../../ui/state.tsx';
import { wallClock } from '../../ui/zoned.ts';

interface EntryListProps {
  readonly entries: readonly TimeEntryView[];
  readonly now: Date;
  /** Whose name heads each entry; without it only the note does. */
  nameOf?(entry: TimeEntryView): string;
  onEdit?(entry: TimeEntryView): void;
  /** What is said of an entry, under it. */
  under?(entry: TimeEntryView): ReactNode;
}

/** Stretches of work under the day they began, in the reader's zone. */
export function EntryDays({ entries, ...rest }: EntryListProps) {
  const { zone } = useReader();
  const days = Map.groupBy(entries, ({ start }) => wallClock(new Date(start), zone).date);
  return (
    <div className="grid gap-5">
      {[...days]
        .sort(([a], [b]) => b.localeCompare(a))
        .map(([date, ofDay]) => (
          <section key={date} aria-label={date}>
            <h3 className="flex justify-between gap-4 border-b border-ink pb-1 text-fine">
              <span>{ofDay[0] ? <Instant at={ofDay[0].start} as="day" /> : null}</span>
              <Duration seconds={ofDay.reduce((sum, entry) => sum + secondsOf(entry, rest.now), 0)} />
            </h3>
            <EntryList entries={ofDay} {...rest} />
          </section>
        ))}
    </div>
  );
}

export function EntryList({ entries, now, nameOf, onEdit, under }: EntryListProps) {
  const t = useTranslations('time');
  return (
    <ul>
      {entries
        .toSorted((a, b) => b.start.localeCompare(a.start))
        .map((entry) => (
          <li
            key={entry.id}
            className={`grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 border-b border-rule py-2.5 ${onEdit ? 'sm:grid-cols-[7rem_minmax(0,1fr)_auto_2rem]' : 'sm:grid-cols-[7rem_minmax(0,1fr)_auto]'}`}
          >
            <p className="text-fine text-ink-soft max-sm:order-3">
              <Instant at={entry.start} as="time" />–
              {entry.end === null ? t('nowEnd') : <Instant at={entry.end} as="time" isEnd />}
              <span className="sm:hidden"> · {t(`source.${entry.source}`)}</span>
            </p>
            <div className="min-w-0">
              {nameOf ? <p className="font-semibold">{nameOf(entry)}</p> : null}
              <p className="text-ink-soft">{entry.note}</p>
              {entry.bucket === 'over_limit' ? <State tone="waiting">{t('pastLimit')}</State> : null}
              <p className="text-fine text-ink-faint max-sm:hidden">{t(`source.${entry.source}`)}</p>
              {under?.(entry)}
            </div>
            <p className="text-right font-semibold">
              {entry.end === null ? (
                <State tone="running">
                  <Duration seconds={secondsOf(entry, now)} />
                </State>
              ) : (
                <Duration seconds={secondsOf(entry, now)} />
              )}
            </p>
            {onEdit && entry.can.change && entry.end !== null ? (
              <button
                type="button"
                onClick={() => onEdit(entry)}
                className="grid size-8 place-items-center self-start justify-self-end rounded hover:bg-band max-sm:order-4 max-sm:-my-1"
              >
                <Pencil aria-hidden="true" className="size-4" />
                <span className="sr-only">{t('editEntry', { note: entry.note })}</span>
              </button>
            ) : null}
          </li>
        ))}
    </ul>
  );
}

/** Seconds worked; of a running timer, so far. */
export function secondsOf({ start, end }: { start: string; end: string | null }, now: Date): number {
  return Math.max(0, ((end === null ? now.getTime() : Date.parse(end)) - Date.parse(start)) / 1000);
}
