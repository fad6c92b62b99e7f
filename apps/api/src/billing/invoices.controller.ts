import { DescribeInvoices } from '@app/billing';
import type { User } from '@app/kernel';
import { InvoiceViews, InvoiceWithLinesView } from '@app/wire/billing';
import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { presentInvoice, presentInvoiceWithLines } from './invoice.presenter.ts';

const Id = z.uuid();

@Controller('invoices')
export class InvoicesController {
  constructor(private readonly invoices: DescribeInvoices) {}

  @Get()
  @SerializeOptions({ schema: InvoiceViews })
  async list(@CurrentActor() actor: User): Promise<InvoiceViews> {
    return (await this.invoices.list(actor)).map((invoice) => presentInvoice(actor, invoice));
  }

  @Get(':id')
  @SerializeOptions({ schema: InvoiceWithLinesView })
  async show(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<InvoiceWithLinesView> {
    return presentInvoiceWithLines(actor, await this.invoices.find(actor, id));
  }
}
