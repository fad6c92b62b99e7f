import type { Tx } from '@app/database';

import type { Earning } from '../earning.entity.ts';
import type { BilledLines } from './billed-lines.repository.ts';
import { PartTooLarge } from './giving-back.errors.ts';

/** Not sent yet, and held by nothing. */
export function isFree({ state, liveHolds }: Earning): boolean {
  return state === 'held' && liveHolds === 0;
}

/** The earning of a line that so much can be set aside of; its row is locked. Throws `part_too_large`. */
export async function freeEarning(tx: Tx, lines: BilledLines, lineId: string, seconds: number): Promise<Earning> {
  let most = 0;
  for (const earning of await lines.earnings(tx, lineId)) {
    if (!isFree(earning)) continue;
    const free = (await lines.freeUpTo(tx, earning)) - earning.partFrom;
    if (free >= seconds) return earning;
    most = Math.max(most, free);
  }
  throw new PartTooLarge(most);
}
