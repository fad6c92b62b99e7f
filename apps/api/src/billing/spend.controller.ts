import { type Budget, Budgets, DescribeSpend, ListSpendCsv, maySetBudget, SetBudget } from '@app/billing';
import { Money, type User } from '@app/kernel';
import { BudgetView, SetBudgetRequest, SpendQuery, SpendView } from '@app/wire/billing';
import { Body, Controller, Get, Param, Put, Query, Res, SerializeOptions } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { sendAttachment } from '../http/attachment.ts';

const Id = z.uuid();

/** What a business means to spend, and what it did. */
@Controller('businesses/:id')
export class SpendController {
  constructor(
    private readonly budgets: Budgets,
    private readonly setBudget: SetBudget,
    private readonly spend: DescribeSpend,
    private readonly spendCsv: ListSpendCsv,
  ) {}

  @Get('budget')
  @SerializeOptions({ schema: BudgetView })
  async budget(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<BudgetView> {
    return presentBudget(actor, id, await this.budgets.find(actor, id));
  }

  @Put('budget')
  @SerializeOptions({ schema: BudgetView })
  async set(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SetBudgetRequest }) { weeklyCents }: SetBudgetRequest,
  ): Promise<BudgetView> {
    const weekly = weeklyCents === null ? null : Money.usd(weeklyCents);
    return presentBudget(actor, id, await this.setBudget.run(actor, id, weekly));
  }

  @Get('spend')
  @SerializeOptions({ schema: SpendView })
  async show(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: SpendQuery }) { months }: SpendQuery,
  ): Promise<SpendView> {
    const { zone, months: names, rows } = await this.spend.run(actor, id, months);
    return {
      zone,
      months: [...names],
      rows: rows.map(({ assistantId, assistantName, ...row }) => ({
        ...row,
        assistant: { id: assistantId, name: assistantName },
      })),
    };
  }

  @Get('spend/csv')
  @ApiProduces('text/csv')
  async csv(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: SpendQuery }) { months }: SpendQuery,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { name, type, bytes } = await this.spendCsv.run(actor, id, months);
    return sendAttachment(reply, { name, type, size: bytes.byteLength }, bytes);
  }
}

function presentBudget(actor: User, businessId: string, budget: Budget | null): BudgetView {
  return {
    weeklyCents: budget?.weekly.cents ?? null,
    setAt: budget?.setAt.toISOString() ?? null,
    can: { set: maySetBudget(actor, businessId) },
  };
}
