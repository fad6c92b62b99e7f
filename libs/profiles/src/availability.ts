import { type Fault } from '@app/kernel';

/** Hours that repeat every week, `[from, to)` in minutes of the assistant's local day. */
export interface AvailabilityWindow {
  /** 1 is Monday. */
  readonly weekday: number;
  readonly fromMinute: number;
  /** At most 1440, which is midnight. */
  readonly toMinute: number;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What is wrong with the windows: those that end before they begin, and those that overlap an earlier one of the list. */
export function faultsOfAvailability(windows: readonly AvailabilityWindow[]): Fault[] {
  return windows.flatMap((window, place): Fault[] => {
    if (window.toMinute <= window.fromMinute) {
      return [{ field: `availability.${place}.toMinute`, message: 'must be later than fromMinute' }];
    }
    const clash = windows.slice(0, place).find((earlier) => overlap(earlier, window));
    return clash ? [{ field: `availability.${place}`, message: `overlaps ${inWords(clash)}` }] : [];
  });
}

/** `Monday 09:00 to 12:30`. */
export function inWords({ weekday, fromMinute, toMinute }: AvailabilityWindow): string {
  return `${WEEKDAYS[weekday - 1]} ${clock(fromMinute)} to ${clock(toMinute)}`;
}

function overlap(a: AvailabilityWindow, b: AvailabilityWindow): boolean {
  return a.weekday === b.weekday && a.fromMinute < b.toMinute && b.fromMinute < a.toMinute;
}

function clock(minute: number): string {
  const hours = String(Math.floor(minute / 60)).padStart(2, '0');
  return `${hours}:${String(minute % 60).padStart(2, '0')}`;
}
