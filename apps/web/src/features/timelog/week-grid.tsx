import type { TimeEntryView, WeekView } from '@app/wire/timelog';
import { PenLine } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import { byLocale } from '../../i18n/spoken.ts';
import { Duration, formatHours, sayHours } from '../../ui/duration.tsx';
import { useReader } from '../../ui/reader.tsx';
import { addDays, wallClock } from '../../ui/zoned.ts';
import { secondsOf } from './entry-list.tsx';

export interface GridCell {
  readonly contractId: string;
  readonly clientName: string;
  readonly date: string;
  readonly entries: readonly TimeEntryView[];
  readonly canLog: boolean;
}

interface WeekGridProps {
  /** The first day: `2026-03-02`. */
  readonly monday: string;
  readonly entries: readonly TimeEntryView[];
  /** The weeks that run now, for their limits and for clients without an entry. */
  readonly weeks: readonly WeekView[];
  readonly isThisWeek: boolean;
  readonly now: Date;
  /** What was typed and is not logged yet, by `placeOf` its cell. */
  readonly drafts: Readonly<Record<string, string>>;
  onDraft(cell: GridCell, text: string): void;
  /** Entered, or pressed. */
  onOpen(cell: GridCell): void;
  /** `9-12:30 Answered the mail`, typed on a cell. */
  onType(cell: GridCell, typed: string): void;
  /** Moved by so many days or minutes. */
  onMove(cell: GridCell, by: { days: number } | { minutes: number }): void;
  onDelete(cell: GridCell): void;
}

/** Names the place of what is typed on a client's day. */
export function placeOf({ contractId, date }: GridCell): string {
  return `${contractId} ${date}`;
}

const STEP_MINUTES = 15;
const columnHead = byLocale(
  (spoken) => new Intl.DateTimeFormat(spoken, { weekday: 'short', day: 'numeric', timeZone: 'UTC' }),
);
const cellName = byLocale(
  (spoken) => new Intl.DateTimeFormat(spoken, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
);

/** A week of days by clients, with the sums of both. By keyboard: arrows go, typing logs, Enter opens, Alt moves. */
export function WeekGrid(props: WeekGridProps) {
  const { monday, entries, weeks, isThisWeek, now, drafts, onDraft, onOpen, onType, onMove, onDelete } = props;
  const t = useTranslations('time');
  const { zone } = useReader();
  const [[row, column], setPlace] = useState<readonly [number, number]>([0, 0]);
  const [isTyping, setTyping] = useState(false);
  const ref = useRef<HTMLTableElement>(null);
  const today = wallClock(now, zone).date;
  const dates = Array.from({ length: 7 }, (_, place) => addDays(monday, place));
  const rows = rowsOf(entries, isThisWeek ? weeks : []);
  const dayOf = ({ start }: TimeEntryView) => wallClock(new Date(start), zone).date;
  const sum = (of: readonly TimeEntryView[]) => of.reduce((total, entry) => total + secondsOf(entry, now), 0);
  const cells: GridCell[][] = rows.map(({ contractId, clientName }) =>
    dates.map((date) => ({
      ...{ contractId, clientName, date },
      entries: entries.filter((entry) => entry.contractId === contractId && dayOf(entry) === date),
      canLog: date <= today && weeks.some((week) => week.contractId === contractId && week.can.log),
    })),
  );

  const go = (toRow: number, toColumn: number) => {
    const place = [Math.min(rows.length - 1, Math.max(0, toRow)), Math.min(6, Math.max(0, toColumn))] as const;
    setPlace(place);
    ref.current?.querySelector<HTMLElement>(`[data-place="${place.join(' ')}"]`)?.focus();
  };
  const press = (event: KeyboardEvent, cell: GridCell) => {
    const step = STEPS[event.key];
    if (step && event.altKey) onMove(cell, step[0] === 0 ? { days: step[1] } : { minutes: step[0] * STEP_MINUTES });
    else if (step) go(row + step[0], column + step[1]);
    else if (event.key === 'Home') go(row, 0);
    else if (event.key === 'End') go(row, 6);
    else if (event.key === 'Delete') onDelete(cell);
    else if (/^\d$/.test(event.key) && cell.canLog && !event.ctrlKey && !event.metaKey) {
      onDraft(cell, draftIn(cell) + event.key);
      setTyping(true);
    } else return;
    event.preventDefault();
  };
  const draftIn = (cell: GridCell) => drafts[placeOf(cell)] ?? '';
  const stopTyping = () => {
    setTyping(false);
    go(row, column);
  };

  if (rows.length === 0) return null;
  return (
    <div className="mb-8 max-md:hidden">
      <table ref={ref} aria-label={t('grid.name')} className="w-full table-fixed border-collapse">
        <thead>
          <tr className="border-b border-rule-strong text-fine text-ink-soft">
            <th scope="col" className="w-44 pb-1.5 text-left font-normal">
              {t('client')}
            </th>
            {dates.map((date) => (
              <th
                key={date}
                scope="col"
                className={`pb-1.5 text-right ${date === today ? 'font-bold text-ink' : 'font-normal'}`}
              >
                {columnHead().format(new Date(`${date}T12:00Z`))}
              </th>
            ))}
            <th scope="col" className="w-28 pb-1.5 text-right font-normal">
              {t('grid.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ contractId, clientName, title, limitSeconds }, line) => (
            <tr key={contractId} className="border-b border-rule">
              <th scope="row" className="py-1 pr-3 text-left">
                <span className="block truncate">{clientName}</span>
                <span className="block truncate text-fine font-normal text-ink-faint">{title}</span>
              </th>
              {(cells[line] ?? []).map((cell, place) => (
                <td
                  key={cell.date}
                  className={`relative border-l border-rule p-0 ${cell.date === today ? 'bg-band' : ''}`}
                >
                  <button
                    type="button"
                    data-typed
                    data-place={`${line} ${place}`}
                    tabIndex={line === row && place === column ? 0 : -1}
                    onFocus={() => setPlace([line, place])}
                    onKeyDown={(event) => press(event, cell)}
                    onClick={() => (draftIn(cell) === '' ? onOpen(cell) : setTyping(true))}
                    className="block min-h-12 w-full px-2 text-right tabular-nums hover:bg-band"
                  >
                    <span className="sr-only">
                      {t('grid.cell', {
                        name: clientName,
                        day: cellName().format(new Date(`${cell.date}T12:00Z`)),
                        hours: sayHours(sum(cell.entries)),
                        count: cell.entries.length,
                      })}
                    </span>
                    <span aria-hidden="true" className={cell.entries.length > 0 ? 'font-semibold' : 'text-ink-faint'}>
                      {cell.entries.length > 0 ? formatHours(sum(cell.entries)) : cell.canLog ? '+' : ''}
                    </span>
                    {draftIn(cell) === '' ? null : <Draft text={draftIn(cell)} />}
                  </button>
                  {isTyping && line === row && place === column ? (
                    <TypedCell
                      typed={draftIn(cell)}
                      isAtEnd={place > 3}
                      onType={(text) => onDraft(cell, text)}
                      onLeave={() => setTyping(false)}
                      onEscape={() => {
                        onDraft(cell, '');
                        stopTyping();
                      }}
                      onEnter={() => {
                        stopTyping();
                        if (draftIn(cell) !== '') onType(cell, draftIn(cell));
                      }}
                    />
                  ) : null}
                </td>
              ))}
              <td className="border-l border-rule pl-2 text-right">
                <Duration
                  seconds={sum(entries.filter((entry) => entry.contractId === contractId))}
                  className="font-semibold"
                />
                {limitSeconds === null ? null : (
                  <span className="block text-fine text-ink-faint">
                    {t('grid.ofLimit', { limit: formatHours(limitSeconds) })}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="py-2 text-left text-fine font-normal text-ink-soft">
              {t('grid.total')}
            </th>
            {dates.map((date) => (
              <td key={date} className="border-l border-rule px-2 text-right font-semibold">
                <Duration seconds={sum(entries.filter((entry) => dayOf(entry) === date))} />
              </td>
            ))}
            <td className="border-l border-rule text-right font-bold">
              <Duration seconds={sum(entries)} />
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="mt-1 text-fine text-ink-faint">{t('grid.help')}</p>
    </div>
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function Draft({ text }: { readonly text: string }) {
  const t = useTranslations('time');
  return (
    <span className="flex items-center gap-1 text-fine text-ink-soft">
      <PenLine aria-hidden="true" className="size-3 flex-none" />
      <span className="sr-only">{t('grid.draft')}</span>
      <span className="truncate">{text}</span>
    </span>
  );
}

interface TypedCellProps {
  readonly typed: string;
  /** Its field reaches to the left, where there is room. */
  readonly isAtEnd: boolean;
  onType(typed: string): void;
  onEnter(): void;
  /** What was typed is given up. */
  onEscape(): void;
  /** What was typed stays for another time. */
  onLeave(): void;
}

function TypedCell({ typed, isAtEnd, onType, onEnter, onEscape, onLeave }: TypedCellProps) {
  const t = useTranslations('time');
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <input
      ref={ref}
      value={typed}
      aria-label={t('grid.typed')}
      placeholder={t('grid.example')}
      onChange={(event) => onType(event.target.value)}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnter();
        else if (event.key === 'Escape') onEscape();
        else return;
        event.preventDefault();
      }}
      className={`absolute top-0 z-10 h-full w-96 max-w-[60vw] border-2 border-ink bg-sheet px-2 ${isAtEnd ? 'right-0' : 'left-0'}`}
    />
  );
}

interface Row {
  readonly contractId: string;
  readonly clientName: string;
  readonly title: string;
  /** Of the week that runs now; null for another. */
  readonly limitSeconds: number | null;
}

function rowsOf(entries: readonly TimeEntryView[], weeks: readonly WeekView[]): Row[] {
  const rows = new Map<string, Row>(
    weeks.map(({ contractId, client, title, limitSeconds }) => [
      contractId,
      { contractId, clientName: client.name, title, limitSeconds },
    ]),
  );
  for (const { contractId, clientName, title } of entries) {
    if (!rows.has(contractId)) rows.set(contractId, { contractId, clientName, title, limitSeconds: null });
  }
  return [...rows.values()];
}
