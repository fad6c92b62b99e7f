import { refusalOf, type TimeRange } from '@app/database';
import type { EntityManager } from 'typeorm';

import { findObstacles } from './entries.queries.ts';
import { choicesFor, type Obstacle, type OnOverlap, resolve, type Resolution } from './overlap.ts';
import { TimeOverlap, WeekFrozen } from './timelog.errors.ts';
import type { Timesheet } from './timesheet.ts';

/** How the time in the way yields, as the assistant chose. Throws `TimeOverlap` with the choices there are. */
export function makeRoom(range: TimeRange, obstacles: readonly Obstacle[], onOverlap: OnOverlap): Resolution {
  if (obstacles.length === 0) return { pieces: [range], yielding: [] };
  const chosen = onOverlap === 'refuse' ? null : resolve(onOverlap, range, obstacles);
  if (!chosen) throw new TimeOverlap(obstacles, choicesFor(range, obstacles));
  return chosen;
}

export function yieldRoom(sheet: Timesheet, { yielding }: Resolution): void {
  for (const { entry, rests } of yielding) {
    sheet.change(entry, {}, rests, {
      verb: rests.length > 1 ? 'split' : 'trimmed',
      reason: 'made room for other time',
    });
  }
}

/** The refusal of this time as it stands now, read outside the transaction that failed. */
export async function overlapNow(
  from: EntityManager,
  assistantId: string,
  range: TimeRange,
  now: Date,
  except: string | null = null,
): Promise<TimeOverlap> {
  const obstacles = await findObstacles(from, assistantId, range, now, except);
  return new TimeOverlap(obstacles, choicesFor(range, obstacles));
}

/** What the database refused in a race, by its name: the same refusal as when the check before it had seen the other. */
export async function nameRace(error: unknown, overlap?: () => Promise<TimeOverlap>): Promise<unknown> {
  const constraint = refusalOf(error)?.constraint;
  if (constraint === 'week_is_frozen') return new WeekFrozen();
  return constraint === 'one_second_one_client' && overlap ? overlap() : error;
}
