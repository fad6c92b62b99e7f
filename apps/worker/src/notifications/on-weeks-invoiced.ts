import type { DeliveredEvent } from '@app/delivery';
import type { WeeksInvoiced } from '@app/billing';
import { InvoiceLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class MailWeeksInvoiced implements Handler {
  readonly name = 'notifications.on-weeks-invoiced';
  readonly event = 'weeks.invoiced';

  constructor(
    private readonly letters: InvoiceLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<WeeksInvoiced['payload']>): Promise<void> {
    await this.post.send(this.name, event, this.letters.issued(new Date(event.payload.at)));
  }
}
