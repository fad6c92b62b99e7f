import { localTime } from './week.ts';

/** A calendar month of the reader: `[from, to)`. */
export interface Month {
  /** `2026-03` */
  readonly name: string;
  readonly from: Date;
  readonly to: Date;
  readonly zone: string;
}

const MONTH_NAME = /^(20\d{2})-(0[1-9]|1[0-2])$/;

/** Null: no month is called so. */
export function monthNamed(name: string, zone: string): Month | null {
  const [, year, month] = MONTH_NAME.exec(name) ?? [];
  if (!year || !month) return null;
  return { name, from: startOf(name, zone), to: startOf(nextName(Number(year), Number(month)), zone), zone };
}

/** The name of the month that contains the instant. */
export function monthOf(instant: Date, zone: string): string {
  const words = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', timeZone: zone });
  return words.format(instant).slice(0, 7);
}

/** From the month of the one to that of the other, the latest first. */
export function monthsBetween(first: Date, last: Date, zone: string): string[] {
  const names: string[] = [];
  const end = monthOf(last, zone);
  for (let name = monthOf(first, zone); name <= end; name = nextName(...partsOf(name))) names.unshift(name);
  return names;
}

function partsOf(name: string): [year: number, month: number] {
  const [year = 0, month = 0] = name.split('-').map(Number);
  return [year, month];
}

function nextName(year: number, month: number): string {
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
}

/** The first instant of the local month: where there is no midnight that day, the day begins at one. */
function startOf(name: string, zone: string): Date {
  const midnight = localTime(`${name}-01T00:00:00`, zone);
  if (midnight.kind === 'instant') return midnight.at;
  if (midnight.kind === 'fold') return midnight.earlier;
  const one = localTime(`${name}-01T01:00:00`, zone);
  if (one.kind !== 'instant') throw new RangeError(`${name} has no beginning in ${zone}`);
  return one.at;
}
