import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';

import { ContractLetters } from './contract-letters.ts';
import { EmailChangeLetters } from './email-change-letters.ts';
import { InboxModule } from './inbox/inbox.module.ts';
import { InvoiceLetters } from './invoice-letters.ts';
import { Mailer } from './mailer.ts';
import { Post } from './post.ts';
import { SendAlreadyRegistered } from './send-already-registered.ts';
import { SendPasswordChanged } from './send-password-changed.ts';
import { SendPasswordReset } from './send-password-reset.ts';
import { SendInvitation } from './send-invitation.ts';
import { SendSecondFactorsChanged } from './send-second-factors-changed.ts';
import { SendVerification } from './send-verification.ts';
import { WorkLetters } from './work-letters.ts';

const doors = [
  Post,
  ContractLetters,
  EmailChangeLetters,
  InvoiceLetters,
  WorkLetters,
  SendVerification,
  SendInvitation,
  SendAlreadyRegistered,
  SendPasswordReset,
  SendPasswordChanged,
  SendSecondFactorsChanged,
];

@Module({ imports: [IdentityModule, InboxModule], providers: [Mailer, ...doors], exports: [...doors, InboxModule] })
export class NotificationsModule {}
