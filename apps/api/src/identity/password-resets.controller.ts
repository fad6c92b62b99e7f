import { RequestPasswordReset, ResetPassword } from '@app/identity';
import { PasswordResetRequest, ResetPasswordRequest } from '@app/wire/identity';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';

import { Public } from '../auth/public.ts';

@Controller('password-resets')
export class PasswordResetsController {
  constructor(
    private readonly requestReset: RequestPasswordReset,
    private readonly reset: ResetPassword,
  ) {}

  @Public()
  @Post('requests')
  @HttpCode(204)
  async request(@Body({ schema: PasswordResetRequest }) { email }: PasswordResetRequest): Promise<void> {
    await this.requestReset.run(email);
  }

  @Public()
  @Post()
  @HttpCode(204)
  async create(@Body({ schema: ResetPasswordRequest }) body: ResetPasswordRequest): Promise<void> {
    await this.reset.run(body);
  }
}
