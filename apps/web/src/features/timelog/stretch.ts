import { translator } from '../../i18n/spoken.ts';
import { FieldFaults } from '../../ui/form.tsx';
import { addDays, instantOf, type WallClock } from '../../ui/zoned.ts';

export type Fold = '' | 'earlier' | 'later';

interface TypedStretch {
  readonly date: string;
  readonly start: string;
  readonly end: string;
  /** Which is meant where a clock is set back and a time comes twice; asked only then. */
  readonly fold: Fold;
}

/** Which of the three were left empty. */
export function missingIn(typed: TypedStretch): Record<string, string> {
  const missing = (['date', 'start', 'end'] as const).filter((field) => typed[field] === '');
  return Object.fromEntries(missing.map((field) => [field, translator('faults')('required')]));
}

/** What was typed as two instants. Throws `FieldFaults` where there is no such time. */
export function stretch(typed: TypedStretch, zone: string): { start: string; end: string } {
  const missing = missingIn(typed);
  if (Object.keys(missing).length > 0) throw new FieldFaults(missing);
  const endDate = typed.end <= typed.start ? addDays(typed.date, 1) : typed.date;
  const start = instant('start', { date: typed.date, time: typed.start }, zone, typed.fold);
  const end = instant('end', { date: endDate, time: typed.end }, zone, typed.fold);
  return { start: start.toISOString(), end: end.toISOString() };
}

function instant(field: 'start' | 'end', wall: WallClock, zone: string, fold: Fold): Date {
  const found = instantOf(wall, zone);
  if (found.kind === 'gap') throw new FieldFaults({ [field]: translator('faults')('clockGap') });
  if (found.kind === 'instant') return found.at;
  if (fold === '') throw new FieldFaults({ fold: translator('faults')('clockFold', { time: wall.time }) });
  return found[fold];
}
