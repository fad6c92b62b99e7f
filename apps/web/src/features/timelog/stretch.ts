import { FieldFaults } from '../../ui/form.tsx';
import { addDays, instantOf, type WallClock } from '../../ui/zoned.ts';

interface TypedStretch {
  readonly date: string;
  readonly start: string;
  readonly end: string;
  /** Where a clock is set back and a time comes twice: the second is meant. */
  readonly isLater: boolean;
}

/** What was typed as two instants. Throws `FieldFaults` where there is no such time. */
export function stretch(typed: TypedStretch, zone: string): { start: string; end: string } {
  const missing = (['date', 'start', 'end'] as const).filter((field) => typed[field] === '');
  if (missing.length > 0) throw new FieldFaults(Object.fromEntries(missing.map((field) => [field, 'is required'])));

  const endDate = typed.end <= typed.start ? addDays(typed.date, 1) : typed.date;
  const start = instant('start', { date: typed.date, time: typed.start }, zone, typed.isLater);
  const end = instant('end', { date: endDate, time: typed.end }, zone, true);
  return { start: start.toISOString(), end: end.toISOString() };
}

/** An end in a fold is its later hour: who logs until 02:30 that night has worked through the first. */
function instant(field: 'start' | 'end', wall: WallClock, zone: string, isLater: boolean): Date {
  const found = instantOf(wall, zone);
  if (found.kind === 'gap') throw new FieldFaults({ [field]: 'did not exist: the clocks went forward that night' });
  if (found.kind === 'instant') return found.at;
  return isLater ? found.later : found.earlier;
}
