/** An exact decimal such as `-1234.50` is given as `{ number }`: it is written as it is. */
export type CsvCell = string | number | { readonly number: string } | null;

/** What a spreadsheet would take for a formula and run. Numbers are ours and pass. */
const FORMULA = /^[=+\-@\t\r]/;

/** Comma separated, quoted where it must be, CRLF, and marked as UTF-8 for spreadsheets that guess. */
export function writeCsv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): Buffer {
  const lines = [head, ...rows].map((cells) => cells.map(written).join(','));
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}

function written(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return cell.number;
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
