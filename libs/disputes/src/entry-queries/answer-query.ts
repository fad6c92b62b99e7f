import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { allow, Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { isAssistant } from '../dispute.policy.ts';
import { EntryQueries } from './entry-queries.repository.ts';
import type { EntryQuery } from './entry-query.entity.ts';
import { queryAnswered } from './entry-query.events.ts';

/** The assistant says what the time was for. */
@Injectable()
export class AnswerQuery {
  constructor(
    private readonly db: Database,
    private readonly queries: EntryQueries,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  run(actor: User, queryId: string, answer: string): Promise<EntryQuery> {
    return this.db.transaction(async (tx) => {
      const query = await this.queries.lock(tx, actor, queryId);
      allow(isAssistant(actor, query), 'answer this question');

      query.reply(answer, this.clock.now());

      await this.queries.save(tx, query);
      await this.events.tell(tx, queryAnswered(query, 'answered'));
      return query;
    });
  }
}
