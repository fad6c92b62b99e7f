import type { DeliveredEvent } from '@app/delivery';
import type { ChargebackCarrierChosen } from '@app/disputes';
import { ChargebackLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnChargebackCarrierChosen implements Handler {
  readonly name = 'notifications.on-chargeback-carrier-chosen';
  readonly event = 'chargeback.carrier_chosen';

  constructor(
    private readonly letters: ChargebackLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<ChargebackCarrierChosen['payload']>): Promise<void> {
    const { chargebackId, carriedBy } = event.payload;
    await this.post.send(this.name, event, await this.letters.carrierChosen(chargebackId, carriedBy));
  }
}
