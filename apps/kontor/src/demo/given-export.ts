import { readExport } from '@app/timelog';
import { mondayOf, weekOf } from '@app/kernel';

export interface GivenExport {
  /** The Monday of its first row. */
  monday: string;
  /** The header and the rows of that week. */
  csv: string;
}

/** The first week of somebody's real export: the story tells one week. Throws naming line and column of each fault. */
export function firstWeekOf(csv: string, zone: string, say: (line: string) => void): GivenExport {
  const read = readExport(csv, { zone });
  if ('faults' in read)
    throw new Error(read.faults.map(({ line, column, message }) => `Line ${line}, ${column}: ${message}`).join('\n'));
  const first = read.rows.toSorted((a, b) => a.start.getTime() - b.start.getTime())[0];
  if (!first) throw new Error('The file has no rows of work.');
  const week = weekOf(first.start, zone);
  const kept = read.rows.filter(({ start, end }) => start >= week.start && end <= week.end);
  if (kept.length < read.rows.length)
    say(`The story tells one week: ${kept.length} of the file's ${read.rows.length} rows, those of ${mondayOf(week)}.`);
  return {
    monday: mondayOf(week),
    csv: onlyRows(
      csv,
      new Set(kept.map(({ line }) => line)),
      [...read.rows, ...read.leftOut].map(({ line }) => line),
    ),
  };
}

/** The file's text with its header and the rows that begin on the kept lines; a row may hold line breaks. */
function onlyRows(csv: string, kept: ReadonlySet<number>, starts: readonly number[]): string {
  const beginnings = new Set(starts);
  let keep = true; // the header
  return csv
    .split(/(?<=\n)/)
    .filter((_text, index) => {
      if (beginnings.has(index + 1)) keep = kept.has(index + 1);
      return keep;
    })
    .join('');
}
