import { IdentityModule } from '@app/identity';
import { PrivacyModule } from '@app/privacy';
import { Module } from '@nestjs/common';

import { ContractLetters } from './contract-letters.ts';
import { DisputeLetters } from './dispute-letters.ts';
import { EmailChangeLetters } from './email-change-letters.ts';
import { InboxModule } from './inbox/inbox.module.ts';
import { ImpersonationLetters } from './impersonation-letters.ts';
import { InvoiceLetters } from './invoice-letters.ts';
import { Mailer } from './mailer.ts';
import { ProviderLetters } from './provider-letters.ts';
import { PayoutLetters } from './payout-letters.ts';
import { Post } from './post.ts';
import { PrivacyLetters } from './privacy-letters.ts';
import { QueryLetters } from './query-letters.ts';
import { RefundLetters } from './refund-letters.ts';
import { SendAlreadyRegistered } from './send-already-registered.ts';
import { SendPasswordChanged } from './send-password-changed.ts';
import { SendPasswordReset } from './send-password-reset.ts';
import { SendInvitation } from './send-invitation.ts';
import { SendSecondFactorsChanged } from './send-second-factors-changed.ts';
import { SendVerification } from './send-verification.ts';
import { SuspensionLetters } from './suspension-letters.ts';
import { ChargebackLetters } from './chargeback-letters.ts';
import { WorkLetters } from './work-letters.ts';

const doors = [
  Post,
  PrivacyLetters,
  ContractLetters,
  DisputeLetters,
  QueryLetters,
  EmailChangeLetters,
  ProviderLetters,
  ImpersonationLetters,
  SuspensionLetters,
  InvoiceLetters,
  RefundLetters,
  PayoutLetters,
  WorkLetters,
  ChargebackLetters,
  SendVerification,
  SendInvitation,
  SendAlreadyRegistered,
  SendPasswordReset,
  SendPasswordChanged,
  SendSecondFactorsChanged,
];

@Module({
  imports: [IdentityModule, InboxModule, PrivacyModule],
  providers: [Mailer, ...doors],
  exports: [...doors, InboxModule],
})
export class NotificationsModule {}
