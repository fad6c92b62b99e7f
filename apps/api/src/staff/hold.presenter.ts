import type { Staff } from '@app/kernel';
import type { ListedHold, StaffHold } from '@app/staff';
import type { HoldView } from '@app/wire/staff';

import { onWire } from './on-wire.ts';

/** What a member of staff has just done they were no party to: without the word of the list, they are none. */
export function presentHold(
  staff: Staff,
  { isParty = false, ...hold }: StaffHold & Partial<Pick<ListedHold, 'isParty'>>,
  now: Date,
): HoldView {
  const may = !isParty && hold.releasedAt === null && hold.until > now;
  return { ...onWire(hold), can: { renew: may && hold.placedBy !== staff.userId, release: may } };
}
