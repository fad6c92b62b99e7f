import { AppealSuspension, Impersonations, Suspensions } from '@app/identity';
import { Clock, type User } from '@app/kernel';
import { AppealByMailRequest, AppealRequest, OwnImpersonationList, OwnSuspensionList } from '@app/wire/staff';
import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { Public } from '../auth/public.ts';
import { onWire } from './on-wire.ts';
import { presentOwnSuspensions } from './suspension.presenter.ts';

const Id = z.uuid();

/** What staff did about a person, as that person reads it, and what they can say to it. */
@Controller()
export class OwnSuspensionsController {
  constructor(
    private readonly suspensions: Suspensions,
    private readonly impersonations: Impersonations,
    private readonly appealing: AppealSuspension,
    private readonly clock: Clock,
  ) {}

  @Get('me/suspensions')
  @SerializeOptions({ schema: OwnSuspensionList })
  async list(@CurrentActor() actor: User): Promise<OwnSuspensionList> {
    return presentOwnSuspensions(await this.suspensions.concerning(actor.userId), this.clock.now());
  }

  @Post('me/suspensions/:id/appeal')
  @HttpCode(204)
  async appeal(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AppealRequest }) { text }: AppealRequest,
  ): Promise<void> {
    await this.appealing.run(actor, id, text);
  }

  @Public()
  @Post('suspension-appeals')
  @HttpCode(204)
  async appealByMail(@Body({ schema: AppealByMailRequest }) { token, text }: AppealByMailRequest): Promise<void> {
    await this.appealing.runByToken(token, text);
  }

  @Get('me/impersonations')
  @SerializeOptions({ schema: OwnImpersonationList })
  async lookedAt(@CurrentActor() actor: User): Promise<OwnImpersonationList> {
    const looks = await this.impersonations.ofPerson(actor.userId);
    return looks.map(({ id, reason, startedAt, endsAt, endedAt }) => {
      return onWire({ id, reason, startedAt, endsAt, endedAt });
    });
  }
}
