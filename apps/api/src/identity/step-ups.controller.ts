import { AskForPasskey, type ShownAgain, StepUp } from '@app/identity';
import type { User } from '@app/kernel';
import { PasskeyOptions, StepUpRequest } from '@app/wire/identity';
import { Body, Controller, HttpCode, Post, Req, Res, SerializeOptions } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CurrentActor } from '../auth/current-actor.ts';
import { SessionCookie } from '../auth/session-cookie.ts';
import { SignedInBrowser } from '../auth/signed-in-browser.ts';
import { answerOf } from './passkey-answer.ts';

@Controller('step-ups')
export class StepUpsController {
  constructor(
    private readonly stepUp: StepUp,
    private readonly ask: AskForPasskey,
    private readonly cookie: SessionCookie,
    private readonly browser: SignedInBrowser,
  ) {}

  @Post()
  @HttpCode(204)
  async create(
    @CurrentActor() actor: User,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: StepUpRequest }) body: StepUpRequest,
  ): Promise<void> {
    const shown: ShownAgain = 'passkey' in body ? { passkey: answerOf(body.passkey) } : body;
    this.browser.rotate(reply, await this.stepUp.run(actor, this.cookie.read(request) ?? '', shown));
  }

  @Post('passkey-challenges')
  @SerializeOptions({ schema: PasskeyOptions })
  challenge(@CurrentActor() actor: User): Promise<PasskeyOptions> {
    return this.ask.toStepUp(actor).then((options) => ({ ...options }));
  }
}
