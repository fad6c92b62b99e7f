import type { DeliveredEvent } from '@app/delivery';
import type { ChargebackDueSoon } from '@app/disputes';
import { ChargebackLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnChargebackDueSoon implements Handler {
  readonly name = 'notifications.on-chargeback-due-soon';
  readonly event = 'chargeback.due_soon';

  constructor(
    private readonly letters: ChargebackLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<ChargebackDueSoon['payload']>): Promise<void> {
    const { chargebackId, dueBy } = event.payload;
    await this.post.send(this.name, event, await this.letters.dueSoon(chargebackId, new Date(dueBy)));
  }
}
