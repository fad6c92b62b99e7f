import { translator } from '../../i18n/spoken.ts';
import { FieldFaults } from '../../ui/form.tsx';

/** A day as its first instant, in UTC. Throws `FieldFaults` of `day`. */
export function startOfDay(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new FieldFaults({ day: translator('faults')('required') });
  return `${day}T00:00:00.000Z`;
}

/** `12.5` or `12,5` percent as basis points; digits only, no float touches it. Throws `FieldFaults` of the field. */
export function basisPointsFrom(field: string, typed: string): number {
  const match = /^\s*(\d{1,2})(?:[.,](\d{1,2}))?\s*%?\s*$/.exec(typed);
  if (!match) throw new FieldFaults({ [field]: translator('faults')('notRight') });
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Throws `FieldFaults` of the field. */
export function wholeFrom(field: string, typed: string): number {
  if (!/^\s*\d{1,4}\s*$/.test(typed)) throw new FieldFaults({ [field]: translator('faults')('notRight') });
  return Number(typed);
}
