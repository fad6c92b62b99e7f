import { Briefs, CloseBrief, PostBrief } from '@app/hiring';
import type { User } from '@app/kernel';
import { BriefView, BriefViews, PostBriefRequest } from '@app/wire/hiring';
import { Body, Controller, Get, HttpCode, Param, Post, Res, SerializeOptions } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { IdempotencyKey, presentRepeatable } from '../http/idempotency-key.ts';
import { presentBrief } from './brief.presenter.ts';

const Id = z.uuid();

@Controller('briefs')
export class BriefsController {
  constructor(
    private readonly briefs: Briefs,
    private readonly postBrief: PostBrief,
    private readonly closeBrief: CloseBrief,
  ) {}

  @Post()
  @SerializeOptions({ schema: BriefView })
  async post(
    @CurrentActor() actor: User,
    @Body({ schema: PostBriefRequest }) body: PostBriefRequest,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BriefView> {
    return presentBrief(actor, presentRepeatable(reply, await this.postBrief.run(actor, body, key)));
  }

  @Get()
  @SerializeOptions({ schema: BriefViews })
  async list(@CurrentActor() actor: User): Promise<BriefViews> {
    return (await this.briefs.list(actor)).map((brief) => presentBrief(actor, brief));
  }

  @Get(':id')
  @SerializeOptions({ schema: BriefView })
  async show(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<BriefView> {
    return presentBrief(actor, await this.briefs.find(actor, id));
  }

  @Post(':id/closing')
  @HttpCode(200)
  @SerializeOptions({ schema: BriefView })
  async close(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<BriefView> {
    return presentBrief(actor, await this.closeBrief.run(actor, id));
  }
}
