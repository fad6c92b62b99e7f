import { Database, type Tx } from '@app/database';
import type { Actor } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';

import { Brief } from './brief.entity.ts';
import { BriefNotFound } from './brief.errors.ts';
import type { Contract } from './contract.entity.ts';

@Injectable()
export class Briefs {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  async list(actor: Actor): Promise<Brief[]> {
    const briefs = await this.db.reader.find(Brief, { where: visibleTo(actor), order: { id: 'DESC' } });
    return withLists(this.db.reader, briefs);
  }

  /** Throws `BriefNotFound` also for what the actor cannot see. Pass the `tx` to see what it sees. */
  async find(actor: Actor, id: string, from: EntityManager = this.db.reader): Promise<Brief> {
    return complete(from, id, await from.findOne(Brief, { where: visibleTo(actor, id) }));
  }

  /** What a contract that the caller was allowed to read was offered for, without its lists: its assistant reads it too. */
  async of({ briefId }: Contract): Promise<Brief | null> {
    return briefId === null ? null : this.db.reader.findOneBy(Brief, { id: briefId });
  }

  /** The brief, its row locked until the transaction ends. */
  async lock(tx: Tx, actor: Actor, id: string): Promise<Brief> {
    const lock = { mode: 'for_no_key_update' } as const;
    return complete(tx, id, await tx.findOne(Brief, { where: visibleTo(actor, id), lock }));
  }

  /** A new brief with its lists, which never change. */
  async add(tx: Tx, brief: Brief): Promise<void> {
    await tx.insert(Brief, brief);
    await tx.query(`insert into brief_specialty (brief_id, specialty) select $1, unnest($2::text[])`, [
      brief.id,
      brief.specialties,
    ]);
    await tx.query(`insert into brief_tool (brief_id, tool) select $1, unnest($2::text[])`, [brief.id, brief.tools]);
  }

  async save(tx: Tx, brief: Brief): Promise<void> {
    await tx.save(brief);
  }
}

function visibleTo(actor: Actor, id?: string): FindOptionsWhere<Brief> {
  const where = id === undefined ? {} : { id };
  return actor.kind === 'user' ? { ...where, clientId: In(actor.businesses.map((business) => business.id)) } : where;
}

async function complete(from: EntityManager, id: string, brief: Brief | null): Promise<Brief> {
  if (!brief) throw new BriefNotFound(id);
  await withLists(from, [brief]);
  return brief;
}

async function withLists(from: EntityManager, briefs: Brief[]): Promise<Brief[]> {
  const lists = await from.query<{ id: string; specialties: string[]; tools: string[] }[]>(
    `select id, array(select specialty from brief_specialty where brief_id = id order by specialty) as specialties,
            array(select tool from brief_tool where brief_id = id order by tool) as tools
       from unnest($1::uuid[]) as wanted (id)`,
    [briefs.map(({ id }) => id)],
  );
  const byId = new Map(lists.map((list) => [list.id, list]));
  return briefs.map((brief) => Object.assign(brief, byId.get(brief.id)));
}
