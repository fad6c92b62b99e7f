import { ListInvoicesCsv, type MadeDocument, MakeInvoicePdf } from '@app/billing';
import type { User } from '@app/kernel';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { sendAttachment } from '../http/attachment.ts';

const Id = z.uuid();

/** Invoices as files, for who keeps the books. */
@Controller()
export class InvoiceDocumentsController {
  constructor(
    private readonly makePdf: MakeInvoicePdf,
    private readonly listCsv: ListInvoicesCsv,
  ) {}

  @Get('invoices/:id/pdf')
  @ApiProduces('application/pdf')
  async pdf(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string, @Res() reply: FastifyReply) {
    return send(reply, await this.makePdf.run(actor, id));
  }

  @Get('businesses/:id/invoices/csv')
  @ApiProduces('text/csv')
  async csv(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string, @Res() reply: FastifyReply) {
    return send(reply, await this.listCsv.run(actor, id));
  }
}

function send(reply: FastifyReply, { name, type, bytes }: MadeDocument): FastifyReply {
  return sendAttachment(reply, { name, type, size: bytes.byteLength }, bytes);
}
