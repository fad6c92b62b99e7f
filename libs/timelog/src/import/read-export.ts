import { secondsOf } from '../time-range.ts';
import { type CsvFault, type CsvLine, readTable } from './csv-table.ts';
import { type ExportColumns, recognise } from './export-columns.ts';
import { type InstantReader, instantReader } from './read-instants.ts';
import { noteOf } from './read-note.ts';
import { type DateOrder, readDuration } from './wall-clock.ts';

/** What the file does not say by itself. */
export interface ExportSettings {
  /** The zone whose clock the file was written by: neither export names its own. */
  readonly zone: string;
  /** Which of two equal hours is meant when clocks fall back, where the durations do not tell. */
  readonly fold?: 'earlier' | 'later' | undefined;
  /** Whether `03/04/2026` begins with the day, where no date of the file tells. */
  readonly dates?: DateOrder | undefined;
}

/** A row of worked time, in whole seconds. */
export interface ExportRow {
  readonly line: number;
  readonly start: Date;
  readonly end: Date;
  readonly note: string;
}

/** A row that is no work, and is therefore not imported: a break, or no time at all. */
export interface LeftOut {
  readonly line: number;
  /** In English. */
  readonly reason: string;
  readonly reasonCode: 'not_work' | 'no_time';
}

export interface ReadExport {
  readonly from: string;
  readonly rows: readonly ExportRow[];
  readonly leftOut: readonly LeftOut[];
  /** The headers under which the file writes its times, to name in what is found later. */
  readonly columns: { readonly start: string; readonly end: string };
}

const NOT_WORK = /break|time[ _]?off|holiday/i;

/** Reads a detailed CSV export of Toggl Track or Clockify: all of it, or every fault with its line and column. */
export function readExport(csv: string, settings: ExportSettings): ReadExport | { readonly faults: CsvFault[] } {
  const table = readTable(csv);
  if ('fault' in table) return { faults: [table.fault] };
  const columns = recognise(table.header);
  if ('fault' in columns) return { faults: [columns.fault] };
  const instants = instantReader(table.lines, columns, settings);
  const stranger = findStranger(table.lines, columns);
  if (stranger) return { faults: [stranger] };

  const rows: ExportRow[] = [];
  const leftOut: LeftOut[] = [];
  const faults: CsvFault[] = [];
  for (const line of table.lines) {
    const read = readRow(line, columns, instants);
    if ('faults' in read) faults.push(...read.faults);
    else if ('reason' in read) leftOut.push(read);
    else rows.push(read);
  }
  if (faults.length > 0) return { faults };
  const names = { start: columns.name('startTime'), end: columns.name('endTime') };
  return { from: columns.from, rows, leftOut, columns: names };
}

function readRow(
  line: CsvLine,
  columns: ExportColumns,
  instants: InstantReader,
): ExportRow | LeftOut | { faults: CsvFault[] } {
  if (NOT_WORK.test(columns.cell(line.cells, 'type')))
    return { line: line.line, reason: 'not work', reasonCode: 'not_work' };
  const note = noteOf(line, columns);
  const range = instants(line, readDuration(columns.cell(line.cells, 'duration')));
  const faults = [...('faults' in range ? range.faults : []), ...('fault' in note ? [note.fault] : [])];
  if ('faults' in range) return { faults };
  if (secondsOf(range) === 0)
    return { line: line.line, reason: 'no time between start and end', reasonCode: 'no_time' };
  return 'fault' in note ? { faults } : { line: line.line, ...range, note: note.note };
}

/** An export of a whole team holds other people's time, and nobody logs that. */
function findStranger(lines: readonly CsvLine[], columns: ExportColumns): CsvFault | undefined {
  for (const column of ['email', 'user'] as const) {
    const [first, ...others] = lines.map(({ line, cells }) => ({ line, who: columns.cell(cells, column) }));
    const other = others.find(({ who }) => who !== '' && who !== first?.who);
    if (other) {
      return { line: other.line, column: columns.name(column), message: 'is someone else: export your own time only' };
    }
  }
  return undefined;
}
