import { GiveBack } from '@app/billing';
import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { allow, Clock, requireVerified, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { DisputableTime } from '../disputable-time.ts';
import { AlreadyReleased, CorrectionTooLong } from '../dispute.errors.ts';
import { speaksForClient } from '../dispute.policy.ts';
import { EntryQueries } from './entry-queries.repository.ts';
import type { EntryQuery } from './entry-query.entity.ts';
import { queryClosed } from './entry-query.events.ts';

/** The client agrees to the assistant's correction: the time goes back, as long as it has not been released. */
@Injectable()
export class AgreeToCorrection {
  constructor(
    private readonly db: Database,
    private readonly time: DisputableTime,
    private readonly queries: EntryQueries,
    private readonly giveBack: GiveBack,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `AlreadyReleased`, or `CorrectionTooLong` when a dispute has taken the time meanwhile. */
  run(actor: User, queryId: string): Promise<EntryQuery> {
    requireVerified(actor);
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const query = await this.queries.lock(tx, actor, queryId);
      allow(speaksForClient(actor, query), 'agree to this correction');
      const seconds = query.correctionSeconds ?? 0;
      query.agree(now);
      await this.assertThere(tx, actor, query, seconds);

      if (query.correctionAmountCents?.cents !== 0) {
        const cause = { kind: 'query', id: query.id } as const;
        const told = { carriedBy: 'assistant', reasonCode: 'corrected', decidedBy: query.assistantId } as const;
        const gone = await this.giveBack.run(tx, { lineId: query.lineId, seconds, cause, ...told }, now);
        // Another correction of the line may have come first, and taken the rounding.
        query.cost(gone);
      }
      await this.queries.save(tx, query);
      await this.events.tell(tx, queryClosed(query, 'agreed'));
      return query;
    });
  }

  private async assertThere(tx: Tx, actor: User, query: EntryQuery, seconds: number): Promise<void> {
    await this.time.lockWeek(tx, actor, query.contractWeekId);
    const entries = await this.time.entries(query.contractWeekId, true, tx);
    const left = entries.find(({ entryId }) => entryId === query.entryId)?.leftSeconds ?? 0;
    if (seconds > left) throw new CorrectionTooLong(left);
    const [{ held }] = await tx.query<[{ held: boolean }]>(
      `select exists (select from earning where line_id = $1 and state = 'held' and live_holds = 0
                         and part_to - part_from >= $2) as held`,
      [query.lineId, seconds],
    );
    if (!held) throw new AlreadyReleased();
  }
}
