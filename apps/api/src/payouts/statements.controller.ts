import type { User } from '@app/kernel';
import { MakeStatement, ReadStatement } from '@app/payouts';
import { StatementMonths } from '@app/wire/payouts';
import { Controller, Get, Param, Res, SerializeOptions } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { CurrentActor } from '../auth/current-actor.ts';
import { sendAttachment } from '../http/attachment.ts';

/** What one earned, month by month, as files. */
@Controller('statements')
export class StatementsController {
  constructor(
    private readonly statements: ReadStatement,
    private readonly make: MakeStatement,
  ) {}

  @Get()
  @SerializeOptions({ schema: StatementMonths })
  async months(@CurrentActor() actor: User): Promise<StatementMonths> {
    return { months: await this.statements.months(actor) };
  }

  @Get(':month/pdf')
  @ApiProduces('application/pdf')
  async pdf(@CurrentActor() actor: User, @Param('month') month: string, @Res() reply: FastifyReply) {
    return this.#send(reply, actor, month, 'pdf');
  }

  @Get(':month/csv')
  @ApiProduces('text/csv')
  async csv(@CurrentActor() actor: User, @Param('month') month: string, @Res() reply: FastifyReply) {
    return this.#send(reply, actor, month, 'csv');
  }

  async #send(reply: FastifyReply, actor: User, month: string, as: 'pdf' | 'csv'): Promise<FastifyReply> {
    const { name, type, bytes } = await this.make.run(actor, month, as);
    return sendAttachment(reply, { name, type, size: bytes.byteLength }, bytes);
  }
}
