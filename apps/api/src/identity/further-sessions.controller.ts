import { AskForPasskey, SignInExpired, SignInFurther, SignInWithPasskey } from '@app/identity';
import { Me, PasskeyOptions, PasskeySignInRequest, SecondFactorRequest } from '@app/wire/identity';
import { Body, Controller, Post, Req, Res, SerializeOptions } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { HalfSessionCookie } from '../auth/half-session-cookie.ts';
import { Public } from '../auth/public.ts';
import { SignedInBrowser } from '../auth/signed-in-browser.ts';
import { clientAddress } from '../http/client-address.ts';
import { MePresenter } from './me.presenter.ts';
import { answerOf } from './passkey-answer.ts';

/** The ways in beside a password alone. */
@Controller('sessions')
export class FurtherSessionsController {
  constructor(
    private readonly further: SignInFurther,
    private readonly withPasskey: SignInWithPasskey,
    private readonly ask: AskForPasskey,
    private readonly me: MePresenter,
    private readonly browser: SignedInBrowser,
    private readonly half: HalfSessionCookie,
  ) {}

  @Public()
  @Post('second-factor')
  @SerializeOptions({ schema: Me })
  async goOn(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: SecondFactorRequest }) shown: SecondFactorRequest,
  ): Promise<Me> {
    const half = this.half.read(request);
    if (half === undefined) throw new SignInExpired();
    const signedIn = await this.further.run({ ...this.browser.read(request), half, shown });
    this.browser.write(reply, signedIn);
    return this.me.present(signedIn.accountId);
  }

  @Public()
  @Post('passkey-challenges')
  @SerializeOptions({ schema: PasskeyOptions })
  challenge(@Req() request: FastifyRequest): Promise<PasskeyOptions> {
    return this.ask.toSignIn(clientAddress(request)).then((options) => ({ ...options }));
  }

  @Public()
  @Post('passkey')
  @SerializeOptions({ schema: Me })
  async byPasskey(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: PasskeySignInRequest }) { passkey }: PasskeySignInRequest,
  ): Promise<Me> {
    const signedIn = await this.withPasskey.run({ ...this.browser.read(request), response: answerOf(passkey) });
    this.browser.write(reply, signedIn);
    return this.me.present(signedIn.accountId);
  }
}
