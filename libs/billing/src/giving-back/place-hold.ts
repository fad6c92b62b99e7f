import { randomUUIDv7 } from 'node:crypto';

import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { Earning } from '../earning.entity.ts';
import { Earnings } from '../earnings.repository.ts';
import type { Cause, HoldCauseKind } from './cause.ts';
import { EarningHold } from './earning-hold.entity.ts';
import { EarningGone } from './giving-back.errors.ts';

export interface NewHold {
  readonly earningId: string;
  readonly cause: Cause<HoldCauseKind>;
  /** Lower case and underscores. */
  readonly reasonCode: string;
  /** null: Kontor itself. */
  readonly placedBy?: string | null;
  /** Ends by itself then. */
  readonly until?: Date | null;
}

/** Keeps one earning where it is. */
@Injectable()
export class PlaceHold {
  constructor(private readonly earnings: Earnings) {}

  /** The hold's id; the one that stands when this cause holds the earning already. Throws `earning_gone` once it is on its way. */
  async run(
    tx: Tx,
    { earningId, cause, reasonCode, placedBy = null, until = null }: NewHold,
    now: Date,
  ): Promise<string> {
    const [earning] = await this.earnings.lock(tx, [earningId]);
    if (!earning) throw new Error(`There is no earning ${earningId}`);
    const standing = await tx.findOneBy(EarningHold, {
      ...{ earningId, causeKind: cause.kind, causeId: cause.id },
      releasedAt: IsNull(),
    });
    if (standing) return standing.id;
    if (!['held', 'due', 'blocked'].includes(earning.state)) throw new EarningGone(earning.state);

    const id = randomUUIDv7();
    const why = { causeKind: cause.kind, causeId: cause.id, reasonCode, placedBy };
    await tx.insert(EarningHold, { id, earningId, ...why, placedAt: now, until, releasedAt: null, releasedBy: null });
    await tx.increment(Earning, { id: earningId }, 'liveHolds', 1);
    if (earning.state === 'due')
      await this.earnings.move(tx, [earningId], { from: 'due', to: 'blocked', reason: 'hold' }, now);
    // What is blocked for another reason is tried again when that reason is gone: it must not be while it is held.
    if (earning.state === 'blocked') await tx.update(Earning, { id: earningId }, { blockedReason: 'hold' });
    return id;
  }
}
