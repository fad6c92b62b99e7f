import { BeginTotp, ConfirmTotp, RemoveTotp, RenewRecoveryCodes, ViewSecondFactors } from '@app/identity';
import type { User } from '@app/kernel';
import { ConfirmTotpRequest, NewTotpView, RecoveryCodesView, SecondFactorsView } from '@app/wire/identity';
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, SerializeOptions } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CurrentActor } from '../auth/current-actor.ts';
import { SessionCookie } from '../auth/session-cookie.ts';
import { SignedInBrowser } from '../auth/signed-in-browser.ts';
import { presentSecondFactors } from './second-factors.presenter.ts';

@Controller('me')
export class SecondFactorsController {
  constructor(
    private readonly view: ViewSecondFactors,
    private readonly begin: BeginTotp,
    private readonly confirm: ConfirmTotp,
    private readonly remove: RemoveTotp,
    private readonly renew: RenewRecoveryCodes,
    private readonly cookie: SessionCookie,
    private readonly browser: SignedInBrowser,
  ) {}

  @Get('second-factors')
  @SerializeOptions({ schema: SecondFactorsView })
  async show(@CurrentActor() actor: User): Promise<SecondFactorsView> {
    return presentSecondFactors(await this.view.run(actor));
  }

  @Post('totp')
  @SerializeOptions({ schema: NewTotpView })
  beginTotp(@CurrentActor() actor: User): Promise<NewTotpView> {
    return this.begin.run(actor);
  }

  @Post('totp/confirmation')
  @SerializeOptions({ schema: RecoveryCodesView })
  async confirmTotp(
    @CurrentActor() actor: User,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: ConfirmTotpRequest }) { code }: ConfirmTotpRequest,
  ): Promise<RecoveryCodesView> {
    const { recoveryCodes, ...session } = await this.confirm.run(actor, this.cookie.read(request) ?? '', code);
    this.browser.rotate(reply, session);
    return { recoveryCodes: [...recoveryCodes] };
  }

  @Delete('totp')
  @HttpCode(204)
  async removeTotp(@CurrentActor() actor: User): Promise<void> {
    await this.remove.run(actor);
  }

  @Post('recovery-codes')
  @SerializeOptions({ schema: RecoveryCodesView })
  async renewCodes(@CurrentActor() actor: User): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.renew.run(actor) };
  }
}
