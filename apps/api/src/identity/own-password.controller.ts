import { ChangePassword } from '@app/identity';
import type { User } from '@app/kernel';
import { ChangePasswordRequest } from '@app/wire/identity';
import { Body, Controller, HttpCode, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CurrentActor } from '../auth/current-actor.ts';
import { KnownBrowserCookie } from '../auth/known-browser-cookie.ts';
import { SessionCookie } from '../auth/session-cookie.ts';

@Controller('me/password')
export class OwnPasswordController {
  constructor(
    private readonly changePassword: ChangePassword,
    private readonly cookie: SessionCookie,
    private readonly browser: KnownBrowserCookie,
  ) {}

  @Put()
  @HttpCode(204)
  async change(
    @CurrentActor() actor: User,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: ChangePasswordRequest }) body: ChangePasswordRequest,
  ): Promise<void> {
    const session = this.cookie.read(request) ?? '';
    const { token, expiresAt, knownBrowser } = await this.changePassword.run(actor, { ...body, session });
    this.cookie.write(reply, token, expiresAt);
    this.browser.write(reply, knownBrowser);
  }
}
