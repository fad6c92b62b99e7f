import { PayInvoice } from '@app/billing';
import type { User } from '@app/kernel';
import { InvoicePaymentView } from '@app/wire/billing';
import { Controller, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { IdempotencyKey } from '../http/idempotency-key.ts';

const Id = z.uuid();

@Controller('invoices/:id/payment')
export class InvoicePaymentsController {
  constructor(private readonly payInvoice: PayInvoice) {}

  @Post()
  @HttpCode(200)
  @SerializeOptions({ schema: InvoicePaymentView })
  pay(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @IdempotencyKey() key: string,
  ): Promise<InvoicePaymentView> {
    return this.payInvoice.run(actor, id, key);
  }

  @Post('completion')
  @HttpCode(200)
  @SerializeOptions({ schema: InvoicePaymentView })
  complete(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<InvoicePaymentView> {
    return this.payInvoice.complete(actor, id);
  }
}
