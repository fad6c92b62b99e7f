import type { DeliveredEvent } from '@app/delivery';
import type { ChargebackDecided } from '@app/disputes';
import { ChargebackLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnChargebackDecided implements Handler {
  readonly name = 'notifications.on-chargeback-decided';
  readonly event = 'chargeback.decided';

  constructor(
    private readonly letters: ChargebackLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<ChargebackDecided['payload']>): Promise<void> {
    const { chargebackId, outcome } = event.payload;
    await this.post.send(this.name, event, await this.letters.decided(chargebackId, outcome));
  }
}
