import type { DeliveredEvent } from '@app/delivery';
import { PayoutLetters, Post } from '@app/notifications';
import type { PayoutEnded } from '@app/payouts';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnPayoutPaid implements Handler {
  readonly name = 'notifications.on-payout-paid';
  readonly event = 'payout.paid';

  constructor(
    private readonly letters: PayoutLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<PayoutEnded['payload']>): Promise<void> {
    await this.post.send(this.name, event, await this.letters.ended(event.payload.payoutId, 'paid'));
  }
}

@Injectable()
export class OnPayoutFailed implements Handler {
  readonly name = 'notifications.on-payout-failed';
  readonly event = 'payout.failed';

  constructor(
    private readonly letters: PayoutLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<PayoutEnded['payload']>): Promise<void> {
    await this.post.send(this.name, event, await this.letters.ended(event.payload.payoutId, 'failed'));
  }
}
