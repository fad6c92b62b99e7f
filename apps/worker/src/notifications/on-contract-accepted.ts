import type { DeliveredEvent } from '@app/delivery';
import type { ContractAccepted } from '@app/hiring';
import { ContractLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnContractAccepted implements Handler {
  readonly name = 'notifications.on-contract-accepted';
  readonly event = 'contract.accepted';

  constructor(
    private readonly letters: ContractLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<ContractAccepted['payload']>): Promise<void> {
    await this.post.send(this.name, event, await this.letters.accepted(event.payload.contractId));
  }
}
