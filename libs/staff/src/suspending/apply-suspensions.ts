import type { Tx } from '@app/database';
import { CloseAccountDoors, type Suspended, type Suspension, type SuspensionScope, Suspensions } from '@app/identity';
import { UnblockEarnings } from '@app/payouts';
import { Standings } from '@app/profiles';
import { Injectable } from '@nestjs/common';

/** What the suspensions that hold now mean, told to the libs that ask: after one was placed, lifted or has run out. */
@Injectable()
export class ApplySuspensions {
  constructor(
    private readonly suspensions: Suspensions,
    private readonly standings: Standings,
    private readonly doors: CloseAccountDoors,
    private readonly unblock: UnblockEarnings,
  ) {}

  async run(tx: Tx, suspended: Suspended, now: Date): Promise<void> {
    const live = await this.suspensions.live(tx, suspended, now);
    if (suspended.kind === 'business')
      return this.standings.setClientSuspended(tx, suspended.id, since(live, 'hiring'));

    const accountId = suspended.id;
    const payoutsSuspendedAt = since(live, 'payouts');
    await this.standings.setPerson(tx, {
      accountId,
      payoutsSuspendedAt,
      // Who may not sign in can stop no timer and answer no offer.
      hiringSuspendedAt: since(live, 'hiring', 'signing_in'),
      assistingSuspendedAt: since(live, 'assisting', 'signing_in'),
    });
    if (since(live, 'signing_in')) await this.doors.close(tx, accountId, now);
    else await this.doors.open(tx, accountId);
    if (!payoutsSuspendedAt) await this.unblock.heldForPerson(tx, accountId, now);
  }
}

function since(live: readonly Suspension[], ...scopes: SuspensionScope[]): Date | null {
  return live.find((suspension) => scopes.some((scope) => suspension.scopes.includes(scope)))?.placedAt ?? null;
}
