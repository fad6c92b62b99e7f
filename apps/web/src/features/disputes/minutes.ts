const MINUTE = 60;

/** Whole minutes of so many seconds: as they are typed and shown. */
export function wholeMinutes(seconds: number): number {
  return Math.trunc(seconds / MINUTE);
}

/** `90` as seconds; null when it is no number of minutes from 1 to all there are. All there are keep their stray seconds. */
export function secondsOfMinutes(typed: string, most: number): number | null {
  const match = /^\s*(\d{1,5})\s*$/.exec(typed);
  if (!match) return null;
  const minutes = Number(match[1]);
  if (minutes === wholeMinutes(most)) return most;
  const seconds = minutes * MINUTE;
  return seconds > 0 && seconds <= most ? seconds : null;
}
