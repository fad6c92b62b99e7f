import { localTime } from '@app/kernel';
import { Temporal } from 'temporal-polyfill';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `'mon 9:00-12:30'` in the week that begins on `monday` (`2026-03-02`), as the clocks in `zone` show it. */
export function worked(text: string, monday: string, zone: string): { start: Date; end: Date } {
  const [, day, from, to] = /^(\w{3}) ([\d:]+)-([\d:]+)$/.exec(text) ?? [];
  if (!day || !from || !to) throw new RangeError(`${text} is not a stretch such as 'mon 9:00-12:30'`);
  return { start: at(`${day} ${from}`, monday, zone), end: at(`${day} ${to}`, monday, zone) };
}

/** `'tue 14:05'`, the same way. */
export function at(text: string, monday: string, zone: string): Date {
  const [, day = '', hour, minute = '00'] = /^(\w{3}) (\d{1,2})(?::(\d{2}))?$/.exec(text) ?? [];
  const days = weekdays.indexOf(day);
  if (days < 0 || hour === undefined) throw new RangeError(`${text} is not a time such as 'tue 14:05'`);
  const date = Temporal.PlainDate.from(monday).add({ days });
  const time = localTime(`${date.toString()}T${hour.padStart(2, '0')}:${minute}:00`, zone);
  if (time.kind !== 'instant') throw new RangeError(`${text} is not one instant in ${zone}`);
  return time.at;
}
