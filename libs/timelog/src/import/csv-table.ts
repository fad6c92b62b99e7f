import { CsvError, type Info, parse } from 'csv-parse/sync';

/** Where in the file something is wrong, as a spreadsheet would show it. `column` is the header's text. */
export interface CsvFault {
  readonly line: number;
  readonly column: string;
  readonly message: string;
}

export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvTable =
  { readonly header: readonly string[]; readonly lines: readonly CsvLine[] } | { readonly fault: CsvFault };

const MOST_ROWS = 5_000;

/** The lines of a CSV file with their numbers; or the first thing that keeps it from being one. */
export function readTable(csv: string): CsvTable {
  const records = parseRecords(csv);
  if ('fault' in records) return records;
  const [header, ...lines] = records.map(({ record, raw, info }) => ({
    line: info.lines - raw.trim().split(/\r\n|\r|\n/).length + 1,
    cells: record.map((cell) => cell.trim()),
  }));
  if (!header) return broken(1, 'the file is empty');
  if (lines.length === 0) return broken(1, 'the file has a header and no rows');
  if (lines.length > MOST_ROWS) return broken(lines[MOST_ROWS]!.line, `more than ${MOST_ROWS} rows: split the file`);
  const odd = lines.find(({ cells }) => cells.length !== header.cells.length);
  if (odd) return broken(odd.line, `has ${odd.cells.length} cells where the header has ${header.cells.length}`);
  return { header: header.cells, lines };
}

interface ParsedRecord {
  record: string[];
  raw: string;
  info: Info;
}

function parseRecords(csv: string): ParsedRecord[] | { fault: CsvFault } {
  const options = { bom: true, info: true, raw: true, skip_empty_lines: true, relax_column_count: true } as const;
  try {
    return parse(csv, { ...options, delimiter: delimiterOf(csv) }) as unknown as ParsedRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines, column } = error as CsvError & { lines: number; column: number | string };
    return broken(lines, SAYS[error.code] ?? 'is not CSV', `cell ${Number(column) + 1}`);
  }
}

const SAYS: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quoted text is never closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quoted text goes on after its closing quote',
  INVALID_OPENING_QUOTE: 'a quote opens in the middle of a text',
};

/** Spreadsheets set to a decimal comma save the same file with semicolons. */
function delimiterOf(csv: string): ',' | ';' {
  const header = csv.split(/[\r\n]/, 1)[0] ?? '';
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

function broken(line: number, message: string, column = 'whole line'): { fault: CsvFault } {
  return { fault: { line, column, message } };
}
