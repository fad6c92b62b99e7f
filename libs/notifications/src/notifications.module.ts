import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';

import { Mailer } from './mailer.ts';
import { SendAlreadyRegistered } from './send-already-registered.ts';
import { SendVerification } from './send-verification.ts';

const verbs = [SendVerification, SendAlreadyRegistered];

@Module({ imports: [IdentityModule], providers: [Mailer, ...verbs], exports: [Mailer, ...verbs] })
export class NotificationsModule {}
