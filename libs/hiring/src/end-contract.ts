import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { type Actor, allow, Clock, personOf } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Contract } from './contract.entity.ts';
import { contractEnded } from './contract.events.ts';
import { mayEnd } from './contract.policy.ts';
import { Contracts } from './contracts.repository.ts';

/** Either side ends the work. What was logged is still billed. */
@Injectable()
export class EndContract {
  constructor(
    private readonly db: Database,
    private readonly contracts: Contracts,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, contractId: string): Promise<Contract> {
    return this.db.transaction(async (tx) => {
      const contract = await this.contracts.lock(tx, actor, contractId);
      allow(mayEnd(actor, contract), 'end this contract');

      contract.end(personOf(actor), this.clock.now());

      await this.contracts.save(tx, contract);
      await this.events.tell(tx, contractEnded(contract));
      return contract;
    });
  }
}
