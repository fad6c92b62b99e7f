import { Disputes, OpenDispute } from '@app/disputes';
import type { User } from '@app/kernel';
import { DisputeDetail, DisputeViews, OpenDisputeRequest } from '@app/wire/disputes';
import { Body, Controller, Get, Param, Post, Res, SerializeOptions } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { IdempotencyKey, presentRepeatable } from '../http/idempotency-key.ts';
import { DisputePresenter } from './dispute.presenter.ts';

const Id = z.uuid();

@Controller('disputes')
export class DisputesController {
  constructor(
    private readonly disputes: Disputes,
    private readonly presenter: DisputePresenter,
    private readonly openDispute: OpenDispute,
  ) {}

  @Post()
  @SerializeOptions({ schema: DisputeDetail })
  async open(
    @CurrentActor() actor: User,
    @Body({ schema: OpenDisputeRequest }) body: OpenDisputeRequest,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DisputeDetail> {
    return this.presenter.one(actor, presentRepeatable(reply, await this.openDispute.run(actor, body, key)));
  }

  @Get()
  @SerializeOptions({ schema: DisputeViews })
  async list(@CurrentActor() actor: User): Promise<DisputeViews> {
    return this.presenter.many(actor, await this.disputes.list(actor));
  }

  @Get(':id')
  @SerializeOptions({ schema: DisputeDetail })
  async show(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<DisputeDetail> {
    return this.presenter.one(actor, await this.disputes.find(actor, id));
  }
}
