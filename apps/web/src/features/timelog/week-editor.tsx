import type { TimeEntryView, WeekView } from '@app/wire/timelog';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { useDraftTexts } from '../../ui/draft.ts';
import { useReader } from '../../ui/reader.tsx';
import { useToast } from '../../ui/toast.tsx';
import { CellDialog } from './cell-dialog.tsx';
import { DayBlocks } from './day-blocks.tsx';
import { EditEntryDialog } from './edit-entry-dialog.tsx';
import { useDeleteEntry } from './entry-deletion.ts';
import { type Given, LogTimeDialog } from './log-time-dialog.tsx';
import { movedByDays, movedByMinutes, type Stretch } from './moved.ts';
import { typedEntry } from './typed-entry.ts';
import { type GridCell, placeOf, WeekGrid } from './week-grid.tsx';

interface WeekEditorProps {
  readonly monday: string;
  readonly entries: readonly TimeEntryView[];
  readonly weeks: readonly WeekView[];
  readonly isThisWeek: boolean;
  readonly now: Date;
}

type Open =
  | { readonly is: 'cell'; readonly cell: GridCell }
  | { readonly is: 'log'; readonly cell: GridCell; readonly typed?: Partial<Given>; readonly isWhole: boolean }
  | { readonly is: 'edit'; readonly entry: TimeEntryView; readonly movedTo?: Stretch };

/** A week to write in: the grid of days by clients, and the days as blocks of time. */
export function WeekEditor({ monday, entries, weeks, isThisWeek, now }: WeekEditorProps) {
  const t = useTranslations('time');
  const { zone } = useReader();
  const say = useToast();
  const deleteEntry = useDeleteEntry();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const [drafts, keepDraft] = useDraftTexts('week-grid');
  const only = ({ entries: [entry, ...others] }: GridCell) => (entry && others.length === 0 ? entry : null);

  const openCell = (cell: GridCell) => {
    const entry = only(cell);
    if (entry && entry.can.change && entry.end !== null) setOpen({ is: 'edit', entry });
    else if (cell.entries.length > 0) setOpen({ is: 'cell', cell });
    else if (cell.canLog) setOpen({ is: 'log', cell, isWhole: false });
  };
  const type = (cell: GridCell, typed: string) => {
    const read = typedEntry(typed);
    setOpen({ is: 'log', cell, typed: read ?? { note: typed.trim() }, isWhole: Boolean(read?.note) });
  };
  const move = (entry: TimeEntryView, by: { days: number } | { minutes: number }) => {
    if (!entry.can.change || entry.end === null) return say(t('grid.fixed'));
    const from = { start: entry.start, end: entry.end };
    const movedTo = 'days' in by ? movedByDays(from, by.days, zone) : movedByMinutes(from, by.minutes);
    if (movedTo) setOpen({ is: 'edit', entry, movedTo });
  };
  const remove = (entry: TimeEntryView) => {
    if (entry.can.change && entry.end !== null) deleteEntry(entry.id);
    else say(t('grid.fixed'));
  };
  // Which of several is meant is asked.
  const withOnly = (cell: GridCell, act: (entry: TimeEntryView) => void) => {
    const entry = only(cell);
    if (entry) act(entry);
    else if (cell.entries.length > 0) setOpen({ is: 'cell', cell });
  };

  return (
    <>
      <WeekGrid
        {...{ monday, entries, weeks, isThisWeek, now, drafts }}
        onDraft={(cell, text) => keepDraft(placeOf(cell), text)}
        onOpen={openCell}
        onType={type}
        onMove={(cell, by) => withOnly(cell, (entry) => move(entry, by))}
        onDelete={(cell) => withOnly(cell, remove)}
      />
      {entries.length > 0 ? (
        <DayBlocks
          {...{ monday, entries, now }}
          onEdit={(entry) => setOpen({ is: 'edit', entry })}
          onMove={move}
          onDelete={remove}
        />
      ) : null}
      {open?.is === 'cell' ? (
        <CellDialog
          cell={open.cell}
          now={now}
          onEdit={(entry) => setOpen({ is: 'edit', entry })}
          onLog={() => setOpen({ is: 'log', cell: open.cell, isWhole: false })}
          onClose={close}
        />
      ) : null}
      {open?.is === 'log' ? (
        <LogTimeDialog
          weeks={weeks.filter(({ can }) => can.log)}
          given={{ contractId: open.cell.contractId, date: open.cell.date, ...open.typed }}
          isSentAtOnce={open.isWhole}
          // A line typed in the grid stays kept there, until it is logged.
          {...(open.typed
            ? { onLogged: () => keepDraft(placeOf(open.cell), '') }
            : { draft: `log-time ${placeOf(open.cell)}` })}
          onClose={close}
        />
      ) : null}
      {open?.is === 'edit' ? (
        <EditEntryDialog
          key={open.movedTo?.start ?? open.entry.id}
          entry={open.entry}
          {...(open.movedTo ? { movedTo: open.movedTo } : {})}
          onClose={close}
        />
      ) : null}
    </>
  );
}
