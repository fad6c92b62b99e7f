import { IdentityModule } from '@app/identity';
import { ProfilesModule } from '@app/profiles';
import { Module } from '@nestjs/common';

import { AuthModule } from '../auth/auth.module.ts';
import { ApiTokensController } from './api-tokens.controller.ts';
import { BusinessesController } from './businesses.controller.ts';
import { DevicesController } from './devices.controller.ts';
import { EmailChangesController } from './email-changes.controller.ts';
import { EmailVerificationsController } from './email-verifications.controller.ts';
import { InvitationsController } from './invitations.controller.ts';
import { MembersController } from './members.controller.ts';
import { MeController } from './me.controller.ts';
import { MePresenter } from './me.presenter.ts';
import { OwnPasswordController } from './own-password.controller.ts';
import { PasswordResetsController } from './password-resets.controller.ts';
import { RegistrationsController } from './registrations.controller.ts';
import { SessionsController } from './sessions.controller.ts';

@Module({
  imports: [IdentityModule, ProfilesModule, AuthModule],
  controllers: [
    RegistrationsController,
    EmailVerificationsController,
    SessionsController,
    DevicesController,
    ApiTokensController,
    PasswordResetsController,
    OwnPasswordController,
    EmailChangesController,
    MeController,
    BusinessesController,
    MembersController,
    InvitationsController,
  ],
  providers: [MePresenter],
})
export class IdentityHttpModule {}
