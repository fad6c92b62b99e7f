import { Database, type Tx } from '@app/database';
import { Events, IdempotencyKeys } from '@app/delivery';
import type { Repeatable } from '@app/hiring';
import { type Actor, allow, Clock, type User } from '@app/kernel';
import { EntryNotFound } from '@app/timelog';
import { Injectable } from '@nestjs/common';

import { DisputableTime, whyNotDisputable } from '../disputable-time.ts';
import { NotDisputable } from '../dispute.errors.ts';
import { speaksForClient } from '../dispute.policy.ts';
import { EntryQueries } from './entry-queries.repository.ts';
import { EntryQuery } from './entry-query.entity.ts';
import { queryAsked } from './entry-query.events.ts';

/** The client asks about one entry of a week under review, before they dispute anything. */
@Injectable()
export class AskAboutEntry {
  constructor(
    private readonly db: Database,
    private readonly time: DisputableTime,
    private readonly queries: EntryQueries,
    private readonly keys: IdempotencyKeys,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `EntryNotFound`, Forbidden, `NotDisputable` once the review is over, or `QueryOpenAlready`. */
  run(actor: User, entryId: string, question: string, key: string): Promise<Repeatable<EntryQuery>> {
    const request = { userId: actor.userId, key, request: { verb: 'ask_about_entry', entryId, question } };
    return this.db.transaction(async (tx) => {
      const before = await this.keys.claim(tx, request);
      if (before !== null) return { value: await this.queries.find(actor, before, tx), repeated: true };
      const now = this.clock.now();
      const week = await this.time.week(actor, await weekOfEntry(tx, actor, entryId), tx);
      allow(speaksForClient(actor, week), 'ask about this entry');
      const why = whyNotDisputable(week, now);
      if (why) throw new NotDisputable(why);
      const entry = (await this.time.entries(week.id, true, tx)).find((each) => each.entryId === entryId);
      if (!entry) throw new NotDisputable('not_invoiced');

      const { clientId, assistantId } = week;
      const whose = { contractWeekId: week.id, clientId, assistantId, askedBy: actor.userId };
      const query = EntryQuery.ask({ entryId, lineId: entry.lineId, ...whose, question }, now);

      await this.queries.add(tx, query);
      await this.keys.settle(tx, request, query.id);
      await this.events.tell(tx, queryAsked(query));
      return { value: query, repeated: false };
    });
  }
}

async function weekOfEntry(tx: Tx, actor: Actor, entryId: string): Promise<string> {
  const [entry] = await tx.query<{ week: string; client: string; assistant: string }[]>(
    `select w.id as week, w.client_id as client, w.assistant_id as assistant
       from time_entry e join contract_week w on w.id = e.contract_week_id where e.id = $1`,
    [entryId],
  );
  const sees = (client: string, assistant: string) =>
    actor.kind === 'user' && (actor.userId === assistant || actor.businesses.some(({ id }) => id === client));
  if (!entry || !sees(entry.client, entry.assistant)) throw new EntryNotFound(entryId);
  return entry.week;
}
