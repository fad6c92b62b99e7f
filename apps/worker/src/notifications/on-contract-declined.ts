import type { DeliveredEvent } from '@app/delivery';
import type { ContractDeclined } from '@app/hiring';
import { ContractLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnContractDeclined implements Handler {
  readonly name = 'notifications.on-contract-declined';
  readonly event = 'contract.declined';

  constructor(
    private readonly letters: ContractLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<ContractDeclined['payload']>): Promise<void> {
    await this.post.send(this.name, event, await this.letters.declined(event.payload.contractId));
  }
}
