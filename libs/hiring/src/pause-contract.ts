import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { type Actor, allow, Clock, system } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Contract } from './contract.entity.ts';
import { contractPaused } from './contract.events.ts';
import { mayPause } from './contract.policy.ts';
import { Contracts } from './contracts.repository.ts';

/** The client has the work stop for now: running timers stop here, and no time is accepted until it goes on. */
@Injectable()
export class PauseContract {
  constructor(
    private readonly db: Database,
    private readonly contracts: Contracts,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, contractId: string): Promise<Contract> {
    return this.db.transaction(async (tx) => {
      const contract = await this.contracts.lock(tx, actor, contractId);
      allow(mayPause(actor, contract), 'pause this contract');
      return this.#pause(tx, contract, this.clock.now());
    });
  }

  /** For a lib that has asked for it in its own words, such as a dispute. One that does not run is left as it is. */
  async within(tx: Tx, contractId: string, now: Date): Promise<void> {
    const contract = await this.contracts.lock(tx, system, contractId);
    if (contract.state === 'active') await this.#pause(tx, contract, now);
  }

  async #pause(tx: Tx, contract: Contract, now: Date): Promise<Contract> {
    contract.pause(now);
    await this.contracts.save(tx, contract);
    await this.events.tell(tx, contractPaused(contract));
    return contract;
  }
}
