import { DescribeInvoices } from '@app/billing';
import { DisputesOfWeeks } from '@app/disputes';
import type { User } from '@app/kernel';
import { InvoiceViews, InvoiceWithLinesView } from '@app/wire/billing';
import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { presentInvoice, presentInvoiceWithLines } from './invoice.presenter.ts';

const Id = z.uuid();

@Controller('invoices')
export class InvoicesController {
  constructor(
    private readonly invoices: DescribeInvoices,
    private readonly disputes: DisputesOfWeeks,
  ) {}

  @Get()
  @SerializeOptions({ schema: InvoiceViews })
  async list(@CurrentActor() actor: User): Promise<InvoiceViews> {
    return (await this.invoices.list(actor)).map((invoice) => presentInvoice(actor, invoice));
  }

  @Get(':id')
  @SerializeOptions({ schema: InvoiceWithLinesView })
  async show(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<InvoiceWithLinesView> {
    const described = await this.invoices.find(actor, id);
    const disputes = await this.disputes.of(described.lines.flatMap(({ weekId }) => weekId ?? []));
    return presentInvoiceWithLines(actor, described, disputes);
  }
}
