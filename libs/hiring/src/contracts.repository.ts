import { Database, refusalOf, type Tx } from '@app/database';
import type { Actor } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';

import { Contract } from './contract.entity.ts';
import { AlreadyContracted, ContractNotFound, SelfDealing } from './contract.errors.ts';

@Injectable()
export class Contracts {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  list(actor: Actor): Promise<Contract[]> {
    return this.db.reader.find(Contract, { where: visibleTo(actor), order: { id: 'DESC' } });
  }

  /** Throws `ContractNotFound` also for what the actor cannot see. Pass the `tx` to see what it sees. */
  async find(actor: Actor, id: string, from: EntityManager = this.db.reader): Promise<Contract> {
    return found(id, await from.findOne(Contract, { where: visibleTo(actor, { id }) }));
  }

  /** The contract, its row locked until the transaction ends. What the actor cannot see does not exist. */
  async lock(tx: Tx, actor: Actor, id: string): Promise<Contract> {
    const lock = { mode: 'for_no_key_update' } as const;
    return found(id, await tx.findOne(Contract, { where: visibleTo(actor, { id }), lock }));
  }

  /** A new offer. Throws `SelfDealing` and `AlreadyContracted` where the database refuses it. */
  async add(tx: Tx, contract: Contract): Promise<void> {
    try {
      await tx.insert(Contract, contract);
    } catch (error) {
      const constraint = refusalOf(error)?.constraint;
      if (constraint === 'no_self_dealing') throw new SelfDealing();
      if (constraint === 'one_live_contract_a_brief') throw new AlreadyContracted();
      throw error;
    }
  }

  async save(tx: Tx, contract: Contract): Promise<void> {
    await tx.save(contract);
  }
}

function found(id: string, contract: Contract | null): Contract {
  if (!contract) throw new ContractNotFound(id);
  return contract;
}

function visibleTo(actor: Actor, where: FindOptionsWhere<Contract> = {}): FindOptionsWhere<Contract>[] {
  if (actor.kind !== 'user') return [where];
  return [
    { ...where, clientId: In(actor.businesses.map((business) => business.id)) },
    { ...where, assistantId: actor.userId },
  ];
}
