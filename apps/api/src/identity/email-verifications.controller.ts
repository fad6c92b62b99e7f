import { RequestVerification, VerifyEmail } from '@app/identity';
import type { User } from '@app/kernel';
import { VerifyEmailRequest } from '@app/wire/identity';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';

import { CurrentActor } from '../auth/current-actor.ts';
import { Public } from '../auth/public.ts';

@Controller('email-verifications')
export class EmailVerificationsController {
  constructor(
    private readonly verifyEmail: VerifyEmail,
    private readonly requestVerification: RequestVerification,
  ) {}

  @Public()
  @Post()
  @HttpCode(204)
  async create(@Body({ schema: VerifyEmailRequest }) { token }: VerifyEmailRequest): Promise<void> {
    await this.verifyEmail.run(token);
  }

  @Post('requests')
  @HttpCode(204)
  async again(@CurrentActor() actor: User): Promise<void> {
    await this.requestVerification.run(actor);
  }
}
