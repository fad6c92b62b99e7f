import { AuditModule, ChainEntries } from '@app/audit';
import {
  AcceptBySilence,
  ApplyWaitingGiveBacks,
  billingEntities,
  BillingModule,
  CancelPayments,
  ChargeInvoices,
  DeleteCustomers,
  EndExpiredHolds,
  GiveUpUnpaid,
  InvoiceWeeks,
  RefreshRefunds,
  ReleaseEarnings,
  SendRefunds,
} from '@app/billing';
import { Config } from '@app/config';
import { DatabaseModule } from '@app/database';
import { DeliveryModule, type QueueHandler } from '@app/delivery';
import { filesEntities, FilesModule, RemoveUnnamedContent } from '@app/files';
import {
  chargebacksEntities,
  ChargebacksModule,
  disputesEntities,
  DisputesModule,
  KeepDeadlines,
  SendChargebackAnswers,
  SettleChargebacks,
  WatchChargebacks,
} from '@app/disputes';
import { ExpireOffers, hiringEntities, HiringModule } from '@app/hiring';
import { identityEntities } from '@app/identity';
import { Clock, type Sweep } from '@app/kernel';
import { NotificationsModule } from '@app/notifications';
import {
  ClosePayees,
  KeepPayoutSchedules,
  MirrorBalance,
  MirrorPayouts,
  payoutsEntities,
  PayoutsModule,
  RefreshPayees,
  SendReversals,
  SendTransfers,
} from '@app/payouts';
import { EraseAccounts, ExpireExports, PrivacyModule } from '@app/privacy';
import { profilesEntities } from '@app/profiles';
import { EndSuspensions, StaffModule } from '@app/staff';
import { StripeModule } from '@app/stripe';
import { CloseTimers, FreezeWeeks, TimelogModule } from '@app/timelog';
import { type DynamicModule, type LoggerService, Module, type Type } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';

import { OnCardSaved } from './billing/on-card-saved.ts';
import { OnWeeksFrozen } from './billing/on-weeks-frozen.ts';
import { OnWeeksInvoiced } from './billing/on-weeks-invoiced.ts';
import { disputeMailHandlers } from './disputes/dispute-mails.ts';
import { OnAccountRegistered } from './identity/on-account-registered.ts';
import { OnEmailChanged } from './identity/on-email-changed.ts';
import { OnProviderLinked } from './identity/on-provider-linked.ts';
import { OnEmailChangeRequested } from './identity/on-email-change-requested.ts';
import { OnPasswordChanged } from './identity/on-password-changed.ts';
import { OnPasswordResetRequested } from './identity/on-password-reset-requested.ts';
import { OnMemberInvited } from './identity/on-member-invited.ts';
import { OnRegistrationRepeated } from './identity/on-registration-repeated.ts';
import { OnSecondFactorsChanged } from './identity/on-second-factors-changed.ts';
import { OnVerificationRequested } from './identity/on-verification-requested.ts';
import { liveHandlers } from './live/tell-live.ts';
import { OnChargeFailed } from './notifications/on-charge-failed.ts';
import { OnContractAccepted } from './notifications/on-contract-accepted.ts';
import { OnContractDeclined } from './notifications/on-contract-declined.ts';
import { OnContractEnded } from './notifications/on-contract-ended.ts';
import { OnContractOffered } from './notifications/on-contract-offered.ts';
import { MailWeeksInvoiced } from './notifications/on-weeks-invoiced.ts';
import { noticeHandlers } from './notifications/tell-notices.ts';
import { MailInvoicePaid } from './notifications/on-invoice-paid.ts';
import { OnInvoiceUncollectible } from './notifications/on-invoice-uncollectible.ts';
import { OnWorkResumed } from './notifications/on-work-resumed.ts';
import { OnWorkSuspended } from './notifications/on-work-suspended.ts';
import { OnChargebackCarrierChosen } from './notifications/on-chargeback-carrier-chosen.ts';
import { OnChargebackDecided } from './notifications/on-chargeback-decided.ts';
import { OnChargebackDueSoon } from './notifications/on-chargeback-due-soon.ts';
import { OnChargebackOpened } from './notifications/on-chargeback-opened.ts';
import { OnDebtTaken } from './notifications/on-debt-taken.ts';
import { OnMoneyGivenBack } from './notifications/on-money-given-back.ts';
import { OnPayoutFailed, OnPayoutPaid } from './notifications/on-payout-ended.ts';
import { OnRefundArrived } from './notifications/on-refund-arrived.ts';
import { OnEarningsReleased } from './payouts/on-earnings-released.ts';
import { OnErasureRequested } from './privacy/on-erasure-requested.ts';
import { OnErasureWithdrawn } from './privacy/on-erasure-withdrawn.ts';
import { OnExportReady } from './privacy/on-export-ready.ts';
import { OnExportRequested } from './privacy/on-export-requested.ts';
import { OnContractPaused } from './timelog/on-contract-paused.ts';
import { OnImportRequested } from './timelog/on-import-requested.ts';
import { OnAppealDeclined } from './staff/on-appeal-declined.ts';
import { OnImpersonationBegun } from './staff/on-impersonation-begun.ts';
import { OnSuspensionEnded } from './staff/on-suspension-ended.ts';
import { OnSuspensionPlaced } from './staff/on-suspension-placed.ts';
import { OnWebhookReceived } from './stripe/on-webhook-received.ts';

export type Handler = QueueHandler & { readonly event: string };

/** The modules of the libs whose verbs the worker calls. */
export const features: NonNullable<DynamicModule['imports']> = [
  AuditModule,
  HiringModule,
  TimelogModule,
  BillingModule,
  PayoutsModule,
  DisputesModule,
  FilesModule,
  PrivacyModule,
  NotificationsModule,
  StaffModule,
  ChargebacksModule,
];

export const entities: EntityTarget<ObjectLiteral>[] = [
  ...identityEntities,
  ...profilesEntities,
  ...hiringEntities,
  ...billingEntities,
  ...payoutsEntities,
  ...disputesEntities,
  ...chargebacksEntities,
  ...filesEntities,
];

/** What time makes due, in the order in which one makes the next due. */
export const sweeps: readonly Type<Sweep>[] = [
  EndSuspensions,
  ExpireOffers,
  CloseTimers,
  FreezeWeeks,
  InvoiceWeeks,
  ChargeInvoices,
  GiveUpUnpaid,
  ApplyWaitingGiveBacks,
  CancelPayments,
  AcceptBySilence,
  KeepDeadlines,
  EndExpiredHolds,
  ReleaseEarnings,
  RefreshPayees,
  KeepPayoutSchedules,
  SendTransfers,
  SendReversals,
  SendRefunds,
  RefreshRefunds,
  MirrorBalance,
  MirrorPayouts,
  SendChargebackAnswers,
  WatchChargebacks,
  SettleChargebacks,
  ChainEntries,
  EraseAccounts,
  ClosePayees,
  DeleteCustomers,
  ExpireExports,
  RemoveUnnamedContent,
];

/** What events mean to whom. Each has its line in `subscriptions.ts`. */
export const handlers: readonly Type<Handler>[] = [
  OnWebhookReceived,
  OnAccountRegistered,
  OnVerificationRequested,
  OnRegistrationRepeated,
  OnMemberInvited,
  OnPasswordResetRequested,
  OnPasswordChanged,
  OnSecondFactorsChanged,
  OnEmailChangeRequested,
  OnEmailChanged,
  OnProviderLinked,
  OnSuspensionPlaced,
  OnSuspensionEnded,
  OnAppealDeclined,
  OnImpersonationBegun,
  OnWeeksFrozen,
  OnWeeksInvoiced,
  OnCardSaved,
  OnEarningsReleased,
  OnContractOffered,
  OnContractAccepted,
  OnContractDeclined,
  OnContractEnded,
  MailWeeksInvoiced,
  OnChargeFailed,
  OnMoneyGivenBack,
  OnRefundArrived,
  OnDebtTaken,
  OnPayoutPaid,
  OnPayoutFailed,
  MailInvoicePaid,
  OnInvoiceUncollectible,
  OnWorkResumed,
  OnWorkSuspended,
  OnChargebackOpened,
  OnChargebackCarrierChosen,
  OnChargebackDecided,
  OnChargebackDueSoon,
  OnExportRequested,
  OnExportReady,
  OnErasureRequested,
  OnErasureWithdrawn,
  OnContractPaused,
  OnImportRequested,
  ...disputeMailHandlers,
  ...liveHandlers,
  ...noticeHandlers,
];

export interface WorkerPlatform {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: LoggerService;
}

/** The libs, and the handlers of their events, on what every process stands on. */
@Module({})
export class WorkerModule {
  static compose({ config, clock, log }: WorkerPlatform): DynamicModule {
    const url = config.env.DATABASE_URL;
    const platform = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: clock },
    ];
    return {
      module: WorkerModule,
      global: true,
      imports: [
        DatabaseModule.connect(url, entities),
        DeliveryModule.connect(url, (message) => log.error(message)),
        StripeModule,
        ...features,
      ],
      providers: [...platform, ...handlers],
      exports: platform.map(({ provide }) => provide),
    };
  }
}
