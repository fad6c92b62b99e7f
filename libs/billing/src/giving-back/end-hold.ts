import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { Earning } from '../earning.entity.ts';
import { Earnings } from '../earnings.repository.ts';
import type { Cause, HoldCauseKind } from './cause.ts';
import { EarningHold } from './earning-hold.entity.ts';

export interface HoldToEnd {
  readonly earningId: string;
  readonly cause: Cause<HoldCauseKind>;
  /** null: Kontor itself. */
  readonly releasedBy?: string | null;
}

/** Lets go of an earning that a cause held. Others may hold it still. */
@Injectable()
export class EndHold {
  constructor(private readonly earnings: Earnings) {}

  /** False: this cause does not hold it (any more). */
  async run(tx: Tx, { earningId, cause, releasedBy = null }: HoldToEnd, now: Date): Promise<boolean> {
    await this.earnings.lock(tx, [earningId]);
    const { affected } = await tx.update(
      EarningHold,
      { earningId, causeKind: cause.kind, causeId: cause.id, releasedAt: IsNull() },
      { releasedAt: now, releasedBy },
    );
    if (affected === 0) return false;
    await tx.decrement(Earning, { id: earningId }, 'liveHolds', 1);
    await this.goOn(tx, earningId, now);
    return true;
  }

  /** All that one cause holds: for one that ends as a whole. How many earnings. */
  async ofCause(tx: Tx, cause: Cause<HoldCauseKind>, now: Date, releasedBy: string | null = null): Promise<number> {
    const held = await tx.query<{ earning_id: string }[]>(
      `select earning_id from earning_hold where cause_kind = $1 and cause_id = $2 and released_at is null order by earning_id`,
      [cause.kind, cause.id],
    );
    for (const { earning_id: earningId } of held) await this.run(tx, { earningId, cause, releasedBy }, now);
    return held.length;
  }

  /** Whatever holds it: the earning itself comes to its end. */
  async ofEarning(tx: Tx, earningId: string, now: Date): Promise<void> {
    await tx.update(EarningHold, { earningId, releasedAt: IsNull() }, { releasedAt: now });
    await tx.update(Earning, { id: earningId }, { liveHolds: 0 });
  }

  /** Released before it was held, it goes on from there. */
  private async goOn(tx: Tx, earningId: string, now: Date): Promise<void> {
    const { liveHolds, state, blockedReason } = await tx.findOneByOrFail(Earning, { id: earningId });
    if (liveHolds > 0 || state !== 'blocked' || blockedReason !== 'hold') return;
    await this.earnings.move(tx, [earningId], { from: 'blocked', to: 'due' }, now);
  }
}
