import { RequestPasswordReset, ResetPassword } from '@app/identity';
import { PasswordResetRequest, ResetPasswordRequest } from '@app/wire/identity';
import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { KnownBrowserCookie } from '../auth/known-browser-cookie.ts';
import { Public } from '../auth/public.ts';
import { ClientAddress } from '../http/client-address.ts';

@Controller('password-resets')
export class PasswordResetsController {
  constructor(
    private readonly requestReset: RequestPasswordReset,
    private readonly reset: ResetPassword,
    private readonly browser: KnownBrowserCookie,
  ) {}

  @Public()
  @Post('requests')
  @HttpCode(204)
  async request(
    @Body({ schema: PasswordResetRequest }) { email }: PasswordResetRequest,
    @ClientAddress() from: string | undefined,
  ): Promise<void> {
    await this.requestReset.run(email, from);
  }

  @Public()
  @Post()
  @HttpCode(204)
  async create(
    @Body({ schema: ResetPasswordRequest }) body: ResetPasswordRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { knownBrowser } = await this.reset.run(body);
    this.browser.write(reply, knownBrowser);
  }
}
