import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { allow, Clock, requireVerified, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { DisputableTime } from '../disputable-time.ts';
import { CorrectionTooLong } from '../dispute.errors.ts';
import { isAssistant } from '../dispute.policy.ts';
import { RefundParts } from '../refund-parts.ts';
import { EntryQueries } from './entry-queries.repository.ts';
import type { EntryQuery } from './entry-query.entity.ts';
import { queryAnswered } from './entry-query.events.ts';

/** The assistant would take some time off what they were asked about. It counts once the client agrees. */
@Injectable()
export class CorrectEntry {
  constructor(
    private readonly db: Database,
    private readonly time: DisputableTime,
    private readonly parts: RefundParts,
    private readonly queries: EntryQueries,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `CorrectionTooLong`. */
  run(actor: User, queryId: string, { answer, seconds }: { answer: string; seconds: number }): Promise<EntryQuery> {
    requireVerified(actor);
    return this.db.transaction(async (tx) => {
      const query = await this.queries.lock(tx, actor, queryId);
      allow(isAssistant(actor, query), 'answer this question');
      const entries = await this.time.entries(query.contractWeekId, true, tx);
      const left = entries.find(({ entryId }) => entryId === query.entryId)?.leftSeconds ?? 0;
      if (seconds > left) throw new CorrectionTooLong(left);

      const worth = await this.parts.worth(tx, { lineId: query.lineId, earningId: null }, seconds);
      query.correct(answer, seconds, worth, this.clock.now());

      await this.queries.save(tx, query);
      await this.events.tell(tx, queryAnswered(query, 'corrected'));
      return query;
    });
  }
}
