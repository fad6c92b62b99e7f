import { ChangeEmail, RequestEmailChange, TakeBackEmail } from '@app/identity';
import type { User } from '@app/kernel';
import { ConfirmEmailChangeRequest, EmailChangeRequest, ResetPasswordRequest } from '@app/wire/identity';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';

import { CurrentActor } from '../auth/current-actor.ts';
import { Public } from '../auth/public.ts';

@Controller()
export class EmailChangesController {
  constructor(
    private readonly requestChange: RequestEmailChange,
    private readonly changeEmail: ChangeEmail,
    private readonly takeBack: TakeBackEmail,
  ) {}

  @Post('me/email-changes')
  @HttpCode(204)
  async request(
    @CurrentActor() actor: User,
    @Body({ schema: EmailChangeRequest }) body: EmailChangeRequest,
  ): Promise<void> {
    await this.requestChange.run(actor, body);
  }

  @Public()
  @Post('email-changes')
  @HttpCode(204)
  async create(@Body({ schema: ConfirmEmailChangeRequest }) { token }: ConfirmEmailChangeRequest): Promise<void> {
    await this.changeEmail.run(token);
  }

  /** By the link to the address that was given up. */
  @Public()
  @Post('email-returns')
  @HttpCode(204)
  async undo(@Body({ schema: ResetPasswordRequest }) body: ResetPasswordRequest): Promise<void> {
    await this.takeBack.run(body);
  }
}
