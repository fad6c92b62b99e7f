import type { DeliveredEvent } from '@app/delivery';
import type { ContractOffered } from '@app/hiring';
import { ContractLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnContractOffered implements Handler {
  readonly name = 'notifications.on-contract-offered';
  readonly event = 'contract.offered';

  constructor(
    private readonly letters: ContractLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<ContractOffered['payload']>): Promise<void> {
    await this.post.send(this.name, event, await this.letters.offered(event.payload.contractId));
  }
}
