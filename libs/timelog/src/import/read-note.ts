import type { CsvFault, CsvLine } from './csv-table.ts';
import type { ExportColumns } from './export-columns.ts';
import { LONGEST_NOTE, SHORTEST_NOTE } from '../note.ts';

/** What was done, in the file's own words: a short description is told with its project and task. */
export function noteOf({ line, cells }: CsvLine, columns: ExportColumns): { note: string } | { fault: CsvFault } {
  const fault = (message: string) => ({ fault: { line, column: columns.name('description'), message } });
  const description = columns.cell(cells, 'description');
  if (description === '') return fault('is empty: say what was done');
  const around = [columns.cell(cells, 'project'), columns.cell(cells, 'task')].filter((text) => text !== '');
  const note = description.length >= SHORTEST_NOTE ? description : [...around, description].join(': ');
  if (note.length < SHORTEST_NOTE) return fault(`must have at least ${SHORTEST_NOTE} characters`);
  return note.length > LONGEST_NOTE ? fault(`must have at most ${LONGEST_NOTE} characters`) : { note };
}
