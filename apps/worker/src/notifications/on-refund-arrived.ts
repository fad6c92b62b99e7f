import type { RefundArrived } from '@app/billing';
import type { DeliveredEvent } from '@app/delivery';
import { Post, RefundLetters } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnRefundArrived implements Handler {
  readonly name = 'notifications.on-refund-arrived';
  readonly event = 'refund.arrived';

  constructor(
    private readonly letters: RefundLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<RefundArrived['payload']>): Promise<void> {
    await this.post.send(this.name, event, await this.letters.arrived(event.payload.refundId));
  }
}
