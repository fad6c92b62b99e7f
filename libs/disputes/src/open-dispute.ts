import { ContractWeekReview } from '@app/billing';
import { Database, type Tx } from '@app/database';
import { IdempotencyKeys } from '@app/delivery';
import { PauseContract, type Repeatable } from '@app/hiring';
import { allow, Clock, requireVerified, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { assertDisputable, DisputableTime, type WantedTime } from './disputable-time.ts';
import { Dispute, type Ground } from './dispute.entity.ts';
import { speaksForClient } from './dispute.policy.ts';
import { Disputes } from './disputes.repository.ts';
import { BeginDispute } from './begin-dispute.ts';

export interface Contested {
  readonly weekId: string;
  readonly ground: Exclude<Ground, 'fraud'>;
  readonly reason: string;
  readonly lines: readonly WantedTime[];
  readonly pauseContract: boolean;
}

/** The client contests some time of a week under review. Only that money is held; the contract goes on unless they ask. */
@Injectable()
export class OpenDispute {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly time: DisputableTime,
    private readonly begin: BeginDispute,
    private readonly review: ContractWeekReview,
    private readonly pauseContract: PauseContract,
    private readonly keys: IdempotencyKeys,
    private readonly clock: Clock,
  ) {}

  /** Throws `WeekNotFound`, Forbidden, `NotDisputable`, `EntryNotInWeek` or `NothingLeftToDispute`. */
  run(actor: User, contested: Contested, key: string): Promise<Repeatable<Dispute>> {
    requireVerified(actor);
    const request = { userId: actor.userId, key, request: { verb: 'open_dispute', ...contested } };
    return this.db.transaction(async (tx) => {
      const before = await this.keys.claim(tx, request);
      if (before !== null) return { value: await this.disputes.find(actor, before, tx), repeated: true };
      const dispute = await this.open(tx, actor, contested, this.clock.now());
      await this.keys.settle(tx, request, dispute.id);
      return { value: dispute, repeated: false };
    });
  }

  private async open(tx: Tx, actor: User, contested: Contested, now: Date): Promise<Dispute> {
    const week = await this.time.lockWeek(tx, actor, contested.weekId);
    allow(speaksForClient(actor, week), 'dispute this week');
    assertDisputable(week, now);
    const time = await this.time.choose(tx, week.id, contested.lines);

    const { ground, reason } = contested;
    const dispute = await this.begin.run(
      tx,
      { origin: 'review', ground, reason, week, openedBy: actor.userId, side: 'client', time },
      now,
    );
    await this.review.dispute(tx, week.id, now);
    if (contested.pauseContract) await this.pauseContract.within(tx, week.contractId, now);
    return dispute;
  }
}
