import { type LocalTime, localTime } from '@app/kernel';

const DAY_MS = 24 * 3_600_000;

/** What the clocks of a zone showed, `date` as `2026-03-31` and `time` as `14:05:00`. */
export type ZoneClock = (date: string, time: string) => LocalTime;

/**
 * The zone is asked once a day and not twice a row: on a day of 24 hours every time is as far from midnight as it says.
 * A day on which the clocks are moved is asked time by time.
 */
export function clockOf(zone: string): ZoneClock {
  const midnights = new Map<string, Date | null>();
  return (date, time) => {
    let midnight = midnights.get(date);
    if (midnight === undefined) midnights.set(date, (midnight = midnightOfEvenDay(date, zone)));
    return midnight
      ? { kind: 'instant', at: new Date(midnight.getTime() + Date.parse(`1970-01-01T${time}Z`)) }
      : localTime(`${date}T${time}`, zone);
  };
}

/** Null when the day is longer or shorter than others, or begins with a jump. */
function midnightOfEvenDay(date: string, zone: string): Date | null {
  const next = new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10);
  const [begins, ends] = [localTime(`${date}T00:00:00`, zone), localTime(`${next}T00:00:00`, zone)];
  if (begins.kind !== 'instant' || ends.kind !== 'instant') return null;
  return ends.at.getTime() - begins.at.getTime() === DAY_MS ? begins.at : null;
}
