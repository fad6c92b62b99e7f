import type { DeliveredEvent } from '@app/delivery';
import type { ChargeFailed } from '@app/billing';
import { InvoiceLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnChargeFailed implements Handler {
  readonly name = 'notifications.on-charge-failed';
  readonly event = 'charge.failed';

  constructor(
    private readonly letters: InvoiceLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<ChargeFailed['payload']>): Promise<void> {
    const { invoiceId, nextAttemptAt, wants } = event.payload;
    const next = nextAttemptAt === null ? null : new Date(nextAttemptAt);
    await this.post.send(this.name, event, await this.letters.chargeFailed(invoiceId, next, wants));
  }
}
