import { AuditModule } from '@app/audit';
import { BillingModule } from '@app/billing';
import { LedgerModule } from '@app/ledger';
import { ProfilesModule } from '@app/profiles';
import { Module } from '@nestjs/common';

import { BankPayouts } from './bank-payouts.repository.ts';
import { BeginPayee } from './begin-payee.ts';
import { ClaimReversal } from './claim-reversal.ts';
import { ClaimTransfers } from './claim-transfers.ts';
import { ClosePayees } from './close-payees.ts';
import { DescribeDebts } from './describe-debts.ts';
import { KeepPayoutSchedules } from './keep-payout-schedules.ts';
import { MirrorBalance } from './mirror-balance.ts';
import { MirrorPayouts } from './mirror-payouts.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { Payee } from './payee.entity.ts';
import { Payees } from './payees.repository.ts';
import { PayoutSchedules } from './payout-schedules.repository.ts';
import { ReceiveWebhook } from './receive-webhook.ts';
import { Reconciliations } from './reconciliations.repository.ts';
import { RefreshPayees } from './refresh-payees.ts';
import { Reversals } from './reversals.repository.ts';
import { SendReversal } from './send-reversal.ts';
import { SendReversals } from './send-reversals.ts';
import { SendTransfer } from './send-transfer.ts';
import { SendTransfers } from './send-transfers.ts';
import { SettleDebt } from './settle-debt.ts';
import { SettleReversal } from './settle-reversal.ts';
import { SettleTransfer } from './settle-transfer.ts';
import { MakeStatement } from './statement/make-statement.ts';
import { ReadStatement } from './statement/read-statement.ts';
import { StripeTransactions } from './stripe-transactions.repository.ts';
import { Transfers } from './transfers.repository.ts';
import { UnblockEarnings } from './unblock-earnings.ts';
import { ViewPayouts } from './view-payouts.ts';

export const payoutsEntities = [Payee];

const verbs = [
  BeginPayee,
  ClosePayees,
  DescribeDebts,
  KeepPayoutSchedules,
  MakeStatement,
  ReadStatement,
  MirrorBalance,
  MirrorPayouts,
  ReceiveWebhook,
  RefreshPayees,
  SendReversals,
  SendTransfers,
  SettleDebt,
  ViewPayouts,
];

@Module({
  imports: [AuditModule, BillingModule, LedgerModule, ProfilesModule],
  providers: [
    ...verbs,
    BankPayouts,
    ClaimReversal,
    ClaimTransfers,
    OneAtATime,
    Payees,
    PayoutSchedules,
    Reconciliations,
    Reversals,
    SendReversal,
    SendTransfer,
    SettleReversal,
    SettleTransfer,
    StripeTransactions,
    Transfers,
    UnblockEarnings,
  ],
  exports: [...verbs, UnblockEarnings],
})
export class PayoutsModule {}
