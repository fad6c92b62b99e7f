import type { DeliveredEvent } from '@app/delivery';
import type { InvoicePaid } from '@app/billing';
import { InvoiceLetters, Post } from '@app/notifications';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class MailInvoicePaid implements Handler {
  readonly name = 'notifications.on-invoice-paid';
  readonly event = 'invoice.paid';

  constructor(
    private readonly letters: InvoiceLetters,
    private readonly post: Post,
  ) {}

  async handle(event: DeliveredEvent<InvoicePaid['payload']>): Promise<void> {
    const { invoiceId, late } = event.payload;
    await this.post.send(this.name, event, late ? await this.letters.paidAfterAll(invoiceId) : []);
  }
}
