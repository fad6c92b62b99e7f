import { type Bonus, PayBonus } from '@app/billing';
import type { User } from '@app/kernel';
import { BonusRequest, BonusView } from '@app/wire/refunds';
import { Body, Controller, Param, Post, Res, SerializeOptions } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { IdempotencyKey, presentRepeatable } from '../http/idempotency-key.ts';

const Id = z.uuid();

@Controller('contracts/:id/bonuses')
export class BonusesController {
  constructor(private readonly payBonus: PayBonus) {}

  @Post()
  @SerializeOptions({ schema: BonusView })
  async pay(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) contractId: string,
    @Body({ schema: BonusRequest }) body: BonusRequest,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BonusView> {
    return present(presentRepeatable(reply, await this.payBonus.run(actor, { contractId, ...body }, key)));
  }
}

function present({ id, contractId, amountCents, note, givenAt, lineId }: Bonus): BonusView {
  return {
    ...{ id, contractId, note, amountCents: amountCents.cents },
    ...{ givenAt: givenAt.toISOString(), isBilled: lineId !== null },
  };
}
