import type { CsvFault } from './csv-table.ts';

/** What is read of an export, and the headers under which Toggl Track and Clockify have written it over the years. */
const headers = {
  description: ['description'],
  project: ['project'],
  task: ['task', 'activity'],
  email: ['email'],
  user: ['user', 'member'],
  type: ['type'],
  startDate: ['start date'],
  startTime: ['start time'],
  endDate: ['end date', 'stop date'],
  endTime: ['end time', 'stop time'],
  duration: ['duration', 'duration (h)'],
} as const;

type ExportColumn = keyof typeof headers;
const needed: ExportColumn[] = ['description', 'startDate', 'startTime', 'endDate', 'endTime'];

export interface ExportColumns {
  readonly from: 'Toggl Track' | 'Clockify';
  /** The cell of a line, or '' when the export has no such column. Toggl writes a dash for nothing. */
  cell(cells: readonly string[], column: ExportColumn): string;
  /** The header as the file writes it, to name in a fault. */
  name(column: ExportColumn): string;
}

/** Recognises a detailed export by its header, in whatever order its columns stand. */
export function recognise(header: readonly string[]): ExportColumns | { fault: CsvFault } {
  const lower = header.map((name) => name.toLowerCase());
  const at = (column: ExportColumn) => lower.findIndex((name) => headers[column].some((known) => known === name));
  const missing = needed.filter((column) => at(column) === -1);
  if (missing.length > 0) {
    const message =
      "is missing: export a detailed report as CSV from Toggl Track or Clockify, and don't rename its columns";
    return { fault: { line: 1, column: headers[missing[0]!][0], message } };
  }
  return {
    from: lower.includes('duration (h)') ? 'Clockify' : 'Toggl Track',
    cell: (cells, column) => dashAsNothing(cells[at(column)] ?? ''),
    name: (column) => header[at(column)] ?? headers[column][0],
  };
}

function dashAsNothing(cell: string): string {
  return cell === '-' ? '' : cell;
}
