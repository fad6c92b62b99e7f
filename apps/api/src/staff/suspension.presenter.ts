import { isLive, type Suspension } from '@app/identity';
import type { Staff } from '@app/kernel';
import type { OwnSuspensionList, StaffSuspensionView } from '@app/wire/staff';

import { onWire } from './on-wire.ts';

export function presentSuspension(staff: Staff, suspension: Suspension, now: Date): StaffSuspensionView {
  const { appealedAt, appealDecidedAt, placedBy } = suspension;
  const awaits = appealedAt !== null && appealDecidedAt === null;
  return {
    ...onWire(suspension),
    scopes: [...suspension.scopes],
    can: { lift: isLive(suspension, now), decideAppeal: awaits && placedBy !== staff.userId },
  };
}

export function presentOwnSuspensions(own: readonly Suspension[], now: Date): OwnSuspensionList {
  return own.map((suspension) => {
    const { id, businessId, scopes, reasonCode, explanation, placedAt, until } = suspension;
    const { endedAt, appealedAt, appealUpheld } = suspension;
    return {
      ...{ id, businessId, scopes: [...scopes], reasonCode, explanation },
      ...onWire({ placedAt, until, endedAt, appealedAt, appealUpheld }),
      can: { appeal: isLive(suspension, now) && appealedAt === null },
    };
  });
}
