import { SignOut } from '@app/identity';
import { SignInAnswer, SignInRequest } from '@app/wire/identity';
import { Body, Controller, Delete, HttpCode, Post, Req, Res, SerializeOptions, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { HalfSessionCookie } from '../auth/half-session-cookie.ts';
import { LocalGuard, type SigningInRequest } from '../auth/local.guard.ts';
import { Public } from '../auth/public.ts';
import { SessionCookie } from '../auth/session-cookie.ts';
import { SignedInBrowser } from '../auth/signed-in-browser.ts';
import { MePresenter } from './me.presenter.ts';

@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly signOut: SignOut,
    private readonly me: MePresenter,
    private readonly cookie: SessionCookie,
    private readonly half: HalfSessionCookie,
    private readonly browser: SignedInBrowser,
  ) {}

  @Public()
  @UseGuards(LocalGuard)
  @Post()
  @SerializeOptions({ schema: SignInAnswer })
  async create(
    @Req() request: SigningInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: SignInRequest }) _body: SignInRequest, // The guard has read it; this line describes it.
  ): Promise<SignInAnswer> {
    const { user } = request;
    if ('wants' in user) {
      this.half.write(reply, user.token, user.expiresAt);
      reply.status(202);
      return { wants: [...user.wants] };
    }
    this.browser.write(reply, user);
    return this.me.present(user.accountId);
  }

  @Delete('current')
  @HttpCode(204)
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = this.cookie.read(request);
    if (token !== undefined) await this.signOut.run(token);
    this.cookie.clear(reply);
  }
}
