import { type PartPreview, PreviewPart } from '@app/billing';
import { Database } from '@app/database';
import { allow, Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { assertDisputable, DisputableTime, type WantedTime } from './disputable-time.ts';
import { speaksForClient } from './dispute.policy.ts';

/** What disputing so much time would hold, before it is disputed. */
@Injectable()
export class PreviewDispute {
  constructor(
    private readonly db: Database,
    private readonly time: DisputableTime,
    private readonly previewPart: PreviewPart,
    private readonly clock: Clock,
  ) {}

  /** Throws what `OpenDispute` would. */
  run(actor: User, weekId: string, lines: readonly WantedTime[]): Promise<PartPreview> {
    return this.db.transaction(async (tx) => {
      const week = await this.time.week(actor, weekId, tx);
      allow(speaksForClient(actor, week), 'dispute this week');
      assertDisputable(week, this.clock.now());
      const parts = new Map<string, number>();
      for (const { lineId, seconds } of await this.time.choose(tx, weekId, lines)) {
        parts.set(lineId, (parts.get(lineId) ?? 0) + seconds);
      }
      return this.previewPart.run(tx, weekId, parts);
    });
  }
}
