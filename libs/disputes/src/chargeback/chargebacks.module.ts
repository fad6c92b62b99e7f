import { AuditModule } from '@app/audit';
import { BillingModule } from '@app/billing';
import { LedgerModule } from '@app/ledger';
import { Module } from '@nestjs/common';

import { AnswerChargeback } from './answer-chargeback.ts';
import { ChargebackAnswer } from './chargeback-answer.entity.ts';
import { Chargeback } from './chargeback.entity.ts';
import { ChargebackEvidence } from './chargeback-evidence.ts';
import { ChargebackLosses } from './chargeback-losses.ts';
import { Chargebacks } from './chargebacks.repository.ts';
import { ChooseCarrier } from './choose-carrier.ts';
import { ChooseLines } from './choose-lines.ts';
import { DescribeChargebacks } from './describe-chargebacks.ts';
import { ObserveChargeback } from './observe-chargeback.ts';
import { SendChargebackAnswers } from './send-chargeback-answers.ts';
import { SettleChargebacks } from './settle-chargebacks.ts';
import { WatchChargebacks } from './watch-chargebacks.ts';

export const chargebacksEntities = [Chargeback, ChargebackAnswer];

const doors = [
  AnswerChargeback,
  ChargebackEvidence,
  ChooseCarrier,
  ChooseLines,
  DescribeChargebacks,
  ObserveChargeback,
  SendChargebackAnswers,
  SettleChargebacks,
  WatchChargebacks,
];

@Module({
  imports: [AuditModule, BillingModule, LedgerModule],
  providers: [...doors, ChargebackLosses, Chargebacks],
  exports: doors,
})
export class ChargebacksModule {}
