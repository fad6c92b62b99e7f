import type { DeliveredEvent } from '@app/delivery';
import type { ContractEnded } from '@app/hiring';
import { ContractLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnContractEnded implements Handler {
  readonly name = 'notifications.on-contract-ended';
  readonly event = 'contract.ended';

  constructor(
    private readonly letters: ContractLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<ContractEnded['payload']>): Promise<void> {
    const { contractId, endedBy } = event.payload;
    await this.post.send(this.name, event, await this.letters.ended(contractId, endedBy));
  }
}
