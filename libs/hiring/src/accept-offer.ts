import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { type Actor, allow, Clock, requireNotSuspended, requireVerified } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Contract } from './contract.entity.ts';
import { contractAccepted } from './contract.events.ts';
import { mayAccept } from './contract.policy.ts';
import { Contracts } from './contracts.repository.ts';

/** The assistant takes the offer: work may be logged from this instant. */
@Injectable()
export class AcceptOffer {
  constructor(
    private readonly db: Database,
    private readonly contracts: Contracts,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, contractId: string): Promise<Contract> {
    requireVerified(actor);
    return this.db.transaction(async (tx) => {
      const contract = await this.contracts.lock(tx, actor, contractId);
      allow(mayAccept(actor, contract), 'accept this offer');
      requireNotSuspended(actor, 'assisting');

      contract.accept(this.clock.now());

      await this.contracts.save(tx, contract);
      await this.events.tell(tx, contractAccepted(contract));
      return contract;
    });
  }
}
