import type { DeliveredEvent } from '@app/delivery';
import type { InvoiceUncollectible } from '@app/billing';
import { InvoiceLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnInvoiceUncollectible implements Handler {
  readonly name = 'notifications.on-invoice-uncollectible';
  readonly event = 'invoice.uncollectible';

  constructor(
    private readonly letters: InvoiceLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<InvoiceUncollectible['payload']>): Promise<void> {
    const { invoiceId, outcome } = event.payload;
    await this.post.send(this.name, event, await this.letters.givenUp(invoiceId, outcome));
  }
}
