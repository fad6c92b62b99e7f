import { Database, refusalOf, type Tx } from '@app/database';
import type { Actor } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';

import { DisputableTime } from '../disputable-time.ts';
import { QueryNotFound, QueryOpenAlready } from '../dispute.errors.ts';
import { EntryQuery } from './entry-query.entity.ts';

@Injectable()
export class EntryQueries {
  constructor(
    private readonly db: Database,
    private readonly time: DisputableTime,
  ) {}

  /** The newest first. */
  list(actor: Actor): Promise<EntryQuery[]> {
    return this.db.reader.find(EntryQuery, { where: visibleTo(actor), order: { id: 'DESC' } });
  }

  /** Of one week. Throws `WeekNotFound` also for one that the actor cannot see. */
  async ofWeek(actor: Actor, weekId: string): Promise<EntryQuery[]> {
    await this.time.week(actor, weekId);
    const where = visibleTo(actor, { contractWeekId: weekId });
    return this.db.reader.find(EntryQuery, { where, order: { id: 'DESC' } });
  }

  /** Throws `QueryNotFound` also for what the actor cannot see. */
  async find(actor: Actor, id: string, from: EntityManager = this.db.reader): Promise<EntryQuery> {
    return found(id, await from.findOne(EntryQuery, { where: visibleTo(actor, { id }) }));
  }

  async lock(tx: Tx, actor: Actor, id: string): Promise<EntryQuery> {
    const lock = { mode: 'for_no_key_update' } as const;
    return found(id, await tx.findOne(EntryQuery, { where: visibleTo(actor, { id }), lock }));
  }

  /** Throws `QueryOpenAlready` where one about the same entry is open. */
  async add(tx: Tx, query: EntryQuery): Promise<void> {
    try {
      await tx.insert(EntryQuery, query);
    } catch (error) {
      if (refusalOf(error)?.constraint === 'one_open_query') throw new QueryOpenAlready();
      throw error;
    }
  }

  async save(tx: Tx, query: EntryQuery): Promise<void> {
    await tx.save(query);
  }
}

function found(id: string, query: EntryQuery | null): EntryQuery {
  if (!query) throw new QueryNotFound(id);
  return query;
}

function visibleTo(actor: Actor, where: FindOptionsWhere<EntryQuery> = {}): FindOptionsWhere<EntryQuery>[] {
  if (actor.kind !== 'user') return [where];
  return [
    { ...where, clientId: In(actor.businesses.map((business) => business.id)) },
    { ...where, assistantId: actor.userId },
  ];
}
