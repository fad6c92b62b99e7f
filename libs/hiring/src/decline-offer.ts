import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { type Actor, allow, Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Contract } from './contract.entity.ts';
import { contractDeclined } from './contract.events.ts';
import { mayDecline } from './contract.policy.ts';
import { Contracts } from './contracts.repository.ts';

/** The assistant turns the offer down. */
@Injectable()
export class DeclineOffer {
  constructor(
    private readonly db: Database,
    private readonly contracts: Contracts,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, contractId: string): Promise<Contract> {
    return this.db.transaction(async (tx) => {
      const contract = await this.contracts.lock(tx, actor, contractId);
      allow(mayDecline(actor, contract), 'decline this offer');

      contract.decline(this.clock.now());

      await this.contracts.save(tx, contract);
      await this.events.tell(tx, contractDeclined(contract));
      return contract;
    });
  }
}
