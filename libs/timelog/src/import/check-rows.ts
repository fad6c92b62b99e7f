import type { Tx } from '@app/database';

import { pauseIn, rangeFault } from '../loggable.ts';
import { startOfOpenTime } from '../open-time.ts';
import { overlap } from '../time-range.ts';
import type { WorkedContract } from '../worked-contract.ts';
import type { CsvFault } from './csv-table.ts';
import { findTaken } from './import.queries.ts';
import type { ExportRow, ReadExport } from './read-export.ts';

/** What keeps the rows from being logged on this contract today, by line; nothing is written. */
export async function checkRows(
  tx: Tx,
  { rows, columns }: Pick<ReadExport, 'rows' | 'columns'>,
  contract: WorkedContract,
  now: Date,
): Promise<CsvFault[]> {
  const openFrom = await startOfOpenTime(tx, contract, now);
  const single = rows.flatMap((row): CsvFault[] => {
    const fault = rangeFault(row, contract, now);
    if (fault) return [{ line: row.line, column: columns[fault.side], message: fault.message }];
    if (pauseIn(row, contract))
      return [{ line: row.line, column: columns.start, message: 'is in a time when the contract was paused' }];
    if (row.start >= openFrom) return [];
    return [{ line: row.line, column: columns.start, message: 'is in a week that is closed' }];
  });
  const taken = await findTaken(tx, contract.assistantId, rows);
  const logged = taken.map(({ line, clientName, start, end }) => ({
    line,
    column: columns.start,
    message: `is already logged for ${clientName}, ${start.toISOString()} to ${end?.toISOString() ?? 'now'}`,
  }));
  return [...single, ...doubled(rows, columns.start), ...logged].toSorted((a, b) => a.line - b.line);
}

function doubled(rows: readonly ExportRow[], column: string): CsvFault[] {
  const inOrder = rows.toSorted((a, b) => a.start.getTime() - b.start.getTime());
  let longest = inOrder[0];
  return inOrder.slice(1).flatMap((row) => {
    const clash = longest && overlap(longest, row) ? [longest.line, row.line].toSorted((a, b) => a - b) : null;
    if (!longest || row.end > longest.end) longest = row;
    return clash ? { line: clash[1]!, column, message: `overlaps line ${clash[0]}` } : [];
  });
}
