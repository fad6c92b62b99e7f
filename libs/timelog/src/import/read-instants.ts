import type { LocalTime } from '@app/kernel';

import { type ClosedRange, secondsOf } from '../time-range.ts';
import type { CsvFault, CsvLine } from './csv-table.ts';
import type { ExportColumns } from './export-columns.ts';
import type { ExportSettings } from './read-export.ts';
import { type DateOrder, dateOrderOf, isoDate, readDate, readTime, settle } from './wall-clock.ts';
import { clockOf, type ZoneClock } from './zone-clock.ts';

/** The instants of a line's start and end. `seconds` is how long the export says it took, where it says so. */
export type InstantReader = (line: CsvLine, seconds: number | null) => ClosedRange | { faults: CsvFault[] };

interface Candidates {
  readonly instants: readonly Date[];
}

/** Reads wall-clock times as the clocks of the zone showed them: what they skipped is refused, what they showed twice is asked. */
export function instantReader(
  lines: readonly CsvLine[],
  columns: ExportColumns,
  settings: ExportSettings,
): InstantReader {
  const order = settings.dates ?? orderOf(lines, columns);
  const clock = clockOf(settings.zone);
  return (line, seconds) => {
    const start = candidates(line, 'start', columns, order, settings, clock);
    const end = candidates(line, 'end', columns, order, settings, clock);
    const faults = [start, end].flatMap((side) => ('fault' in side ? [side.fault] : []));
    if ('fault' in start || 'fault' in end) return { faults };
    const pairs = start.instants.flatMap((from) => end.instants.map((to) => ({ start: from, end: to })));
    const told = seconds === null ? [] : pairs.filter((pair) => secondsOf(pair) === seconds);
    const range = pick(told.length === 1 ? told : pairs, settings.fold);
    if (!range) return { faults: [twice(line, columns, start.instants.length > 1 ? 'start' : 'end')] };
    return range.end < range.start ? { faults: [backwards(line, columns)] } : range;
  };
}

function pick(pairs: readonly ClosedRange[], fold: 'earlier' | 'later' | undefined): ClosedRange | undefined {
  if (pairs.length === 1) return pairs[0];
  if (fold === undefined) return undefined;
  return fold === 'earlier' ? pairs[0] : pairs.at(-1);
}

type Side = 'start' | 'end';
const dateColumn = { start: 'startDate', end: 'endDate' } as const;
const timeColumn = { start: 'startTime', end: 'endTime' } as const;

function candidates(
  line: CsvLine,
  side: Side,
  columns: ExportColumns,
  order: DateOrder | null,
  { zone }: ExportSettings,
  clock: ZoneClock,
): Candidates | { fault: CsvFault } {
  const fault = (column: 'startDate' | 'endDate' | 'startTime' | 'endTime', message: string) => ({
    fault: { line: line.line, column: columns.name(column), message },
  });
  const dateText = columns.cell(line.cells, dateColumn[side]);
  const timeText = columns.cell(line.cells, timeColumn[side]);
  if (side === 'end' && dateText === '' && timeText === '') return fault('endTime', 'is empty: the timer still runs');

  const shape = readDate(dateText);
  if (!shape) return fault(dateColumn[side], `"${dateText}" is not a date such as 2026-03-31`);
  if (shape.kind === 'either' && order === null) {
    return fault(
      dateColumn[side],
      `"${dateText}" may be two days: say whether the file writes the day or the month first`,
    );
  }
  const date = settle(shape, order ?? 'day_first');
  if (!date) return fault(dateColumn[side], `"${dateText}" is not in the calendar`);
  const time = readTime(timeText);
  if (time === null) return fault(timeColumn[side], `"${timeText}" is not a time such as 14:05:00`);

  const local = clock(isoDate(date), time);
  if (local.kind === 'gap')
    return fault(timeColumn[side], `${time} does not exist that day in ${zone}: the clocks skip it`);
  return { instants: instantsOf(local) };
}

function instantsOf(local: Exclude<LocalTime, { kind: 'gap' }>): Date[] {
  return local.kind === 'fold' ? [local.earlier, local.later] : [local.at];
}

function orderOf(lines: readonly CsvLine[], columns: ExportColumns): DateOrder | null {
  const dates = lines.flatMap(({ cells }) => [columns.cell(cells, 'startDate'), columns.cell(cells, 'endDate')]);
  return dateOrderOf(dates.flatMap((text) => readDate(text) ?? []));
}

function twice(line: CsvLine, columns: ExportColumns, side: Side): CsvFault {
  const message = 'comes twice that night, when the clocks fall back: say whether the earlier or the later is meant';
  return { line: line.line, column: columns.name(timeColumn[side]), message };
}

function backwards(line: CsvLine, columns: ExportColumns): CsvFault {
  return { line: line.line, column: columns.name('endTime'), message: 'is before the start' };
}
