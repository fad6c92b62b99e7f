import { Database, type Tx } from '@app/database';
import { type Actor, system } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';

import { Dispute } from './dispute.entity.ts';
import { DisputeNotFound } from './dispute.errors.ts';

@Injectable()
export class Disputes {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  list(actor: Actor): Promise<Dispute[]> {
    return this.db.reader.find(Dispute, { where: visibleTo(actor), order: { id: 'DESC' } });
  }

  /** Throws `DisputeNotFound` also for what the actor cannot see. Pass the `tx` to see what it sees. */
  async find(actor: Actor, id: string, from: EntityManager = this.db.reader): Promise<Dispute> {
    return found(id, await from.findOne(Dispute, { where: visibleTo(actor, { id }) }));
  }

  /** The dispute, its row locked until the transaction ends. */
  async lock(tx: Tx, actor: Actor, id: string): Promise<Dispute> {
    const lock = { mode: 'for_no_key_update' } as const;
    return found(id, await tx.findOne(Dispute, { where: visibleTo(actor, { id }), lock }));
  }

  /** For sweeps: null when it has gone or somebody else holds it, who then does the work. */
  lockIfFree(tx: Tx, id: string): Promise<Dispute | null> {
    const lock = { mode: 'for_no_key_update', onLocked: 'skip_locked' } as const;
    return tx.findOne(Dispute, { where: visibleTo(system, { id }), lock });
  }

  async nextNumber(tx: Tx): Promise<string> {
    const [{ number }] = await tx.query<[{ number: string }]>(
      `select 'D-' || lpad(nextval('dispute_number')::text, 7, '0') as number`,
    );
    return number;
  }

  async add(tx: Tx, dispute: Dispute): Promise<void> {
    await tx.insert(Dispute, dispute);
  }

  async save(tx: Tx, dispute: Dispute): Promise<void> {
    await tx.save(dispute);
  }
}

function found(id: string, dispute: Dispute | null): Dispute {
  if (!dispute) throw new DisputeNotFound(id);
  return dispute;
}

function visibleTo(actor: Actor, where: FindOptionsWhere<Dispute> = {}): FindOptionsWhere<Dispute>[] {
  if (actor.kind !== 'user') return [where];
  return [
    { ...where, clientId: In(actor.businesses.map((business) => business.id)) },
    { ...where, assistantId: actor.userId },
  ];
}
