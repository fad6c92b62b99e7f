import type { DeliveredEvent } from '@app/delivery';
import type { ChargebackOpened } from '@app/disputes';
import { ChargebackLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnChargebackOpened implements Handler {
  readonly name = 'notifications.on-chargeback-opened';
  readonly event = 'chargeback.opened';

  constructor(
    private readonly letters: ChargebackLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<ChargebackOpened['payload']>): Promise<void> {
    const { chargebackId, inquiry } = event.payload;
    await this.post.send(this.name, event, await this.letters.opened(chargebackId, inquiry));
  }
}
