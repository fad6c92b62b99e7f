import { IdentityModule } from '@app/identity';
import { ProfilesModule } from '@app/profiles';
import { Module } from '@nestjs/common';

import { AuthModule } from '../auth/auth.module.ts';
import { ApiTokensController } from './api-tokens.controller.ts';
import { BusinessesController } from './businesses.controller.ts';
import { DevicesController } from './devices.controller.ts';
import { EmailChangesController } from './email-changes.controller.ts';
import { EmailVerificationsController } from './email-verifications.controller.ts';
import { FurtherSessionsController } from './further-sessions.controller.ts';
import { InvitationsController } from './invitations.controller.ts';
import { MembersController } from './members.controller.ts';
import { MeController } from './me.controller.ts';
import { MePresenter } from './me.presenter.ts';
import { OwnLanguageController } from './own-language.controller.ts';
import { OwnPasswordController } from './own-password.controller.ts';
import { PasskeysController } from './passkeys.controller.ts';
import { PasswordResetsController } from './password-resets.controller.ts';
import { ProviderLoginsController } from './provider-logins.controller.ts';
import { ProvidersController } from './providers.controller.ts';
import { RegistrationsController } from './registrations.controller.ts';
import { SecondFactorsController } from './second-factors.controller.ts';
import { SessionsController } from './sessions.controller.ts';
import { StepUpsController } from './step-ups.controller.ts';

@Module({
  imports: [IdentityModule, ProfilesModule, AuthModule],
  controllers: [
    RegistrationsController,
    EmailVerificationsController,
    SessionsController,
    FurtherSessionsController,
    StepUpsController,
    SecondFactorsController,
    PasskeysController,
    DevicesController,
    ApiTokensController,
    ProvidersController,
    ProviderLoginsController,
    PasswordResetsController,
    OwnLanguageController,
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
