import type { User } from '@app/kernel';
import { RequestErasure, ViewErasure, WithdrawErasure } from '@app/privacy';
import { ErasureView, RequestErasureRequest } from '@app/wire/privacy';
import { Body, Controller, Delete, Get, HttpCode, Post, SerializeOptions } from '@nestjs/common';

import { CurrentActor } from '../auth/current-actor.ts';
import { presentErasure } from './privacy.presenter.ts';

/** The wish to be forgotten, and what stands in its way. */
@Controller('privacy/erasure')
export class ErasureController {
  constructor(
    private readonly view: ViewErasure,
    private readonly request: RequestErasure,
    private readonly withdraw: WithdrawErasure,
  ) {}

  @Get()
  @SerializeOptions({ schema: ErasureView })
  async show(@CurrentActor() actor: User): Promise<ErasureView> {
    return presentErasure(await this.view.run(actor));
  }

  @Post()
  @SerializeOptions({ schema: ErasureView })
  async ask(
    @CurrentActor() actor: User,
    @Body({ schema: RequestErasureRequest }) { email }: RequestErasureRequest,
  ): Promise<ErasureView> {
    await this.request.run(actor, email);
    return presentErasure(await this.view.run(actor));
  }

  @Delete()
  @HttpCode(204)
  takeBack(@CurrentActor() actor: User): Promise<void> {
    return this.withdraw.run(actor);
  }
}
