import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { allow, Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { speaksForClient } from '../dispute.policy.ts';
import { EntryQueries } from './entry-queries.repository.ts';
import type { EntryQuery } from './entry-query.entity.ts';
import { queryClosed } from './entry-query.events.ts';

/** The client does not want the correction: the time stays as it is, and they may dispute it. */
@Injectable()
export class DeclineCorrection {
  constructor(
    private readonly db: Database,
    private readonly queries: EntryQueries,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  run(actor: User, queryId: string): Promise<EntryQuery> {
    return this.db.transaction(async (tx) => {
      const query = await this.queries.lock(tx, actor, queryId);
      allow(speaksForClient(actor, query), 'decline this correction');

      query.decline(this.clock.now());

      await this.queries.save(tx, query);
      await this.events.tell(tx, queryClosed(query, 'declined'));
      return query;
    });
  }
}
