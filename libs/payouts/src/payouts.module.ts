import { BillingModule } from '@app/billing';
import { LedgerModule } from '@app/ledger';
import { ProfilesModule } from '@app/profiles';
import { Module } from '@nestjs/common';

import { BankPayouts } from './bank-payouts.repository.ts';
import { BeginPayee } from './begin-payee.ts';
import { ClaimTransfers } from './claim-transfers.ts';
import { MirrorBalance } from './mirror-balance.ts';
import { MirrorPayouts } from './mirror-payouts.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { Payee } from './payee.entity.ts';
import { Payees } from './payees.repository.ts';
import { ReceiveWebhook } from './receive-webhook.ts';
import { Reconciliations } from './reconciliations.repository.ts';
import { RefreshPayees } from './refresh-payees.ts';
import { SendTransfer } from './send-transfer.ts';
import { SendTransfers } from './send-transfers.ts';
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
  MakeStatement,
  ReadStatement,
  MirrorBalance,
  MirrorPayouts,
  ReceiveWebhook,
  RefreshPayees,
  SendTransfers,
  ViewPayouts,
];

@Module({
  imports: [BillingModule, LedgerModule, ProfilesModule],
  providers: [
    ...verbs,
    BankPayouts,
    ClaimTransfers,
    OneAtATime,
    Payees,
    Reconciliations,
    SendTransfer,
    SettleTransfer,
    StripeTransactions,
    Transfers,
    UnblockEarnings,
  ],
  exports: verbs,
})
export class PayoutsModule {}
