import { PreviewRefund, RefundLine } from '@app/billing';
import { Money, type User } from '@app/kernel';
import { LineRefunded, RefundLineRequest } from '@app/wire/refunds';
import { Body, Controller, HttpCode, Param, Post, Res, SerializeOptions } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { IdempotencyKey, presentRepeatable } from '../http/idempotency-key.ts';

const Id = z.uuid();

/** What an assistant gives back of what they earned. */
@Controller('invoice-lines/:id')
export class LineRefundsController {
  constructor(
    private readonly refundLine: RefundLine,
    private readonly previewRefund: PreviewRefund,
  ) {}

  @Post('refund-preview')
  @HttpCode(200)
  @SerializeOptions({ schema: LineRefunded })
  async preview(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) lineId: string,
    @Body({ schema: RefundLineRequest }) { quantity }: RefundLineRequest,
  ): Promise<LineRefunded> {
    const { amount, fee } = await this.previewRefund.run(actor, { lineId, quantity });
    return { amountCents: amount.cents, feeCents: fee.cents };
  }

  @Post('refunds')
  @SerializeOptions({ schema: LineRefunded })
  async refund(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) lineId: string,
    @Body({ schema: RefundLineRequest }) { quantity }: RefundLineRequest,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LineRefunded> {
    const given = presentRepeatable(reply, await this.refundLine.run(actor, { lineId, quantity }, key));
    return {
      amountCents: Money.sum(given.map(({ amountCents }) => amountCents)).cents,
      feeCents: Money.sum(given.map(({ feeCents }) => feeCents)).cents,
    };
  }
}
