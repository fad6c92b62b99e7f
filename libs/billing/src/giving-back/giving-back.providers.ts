import { Bonus } from '../bonus.entity.ts';
import { ContractWeekReview } from '../contract-week-review.ts';
import { PayBonus } from '../pay-bonus.ts';
import { ApplyGiveBack } from './apply-give-back.ts';
import { ApplyWaitingGiveBacks } from './apply-waiting.ts';
import { AssistantDebt } from './assistant-debt.entity.ts';
import { BilledLines } from './billed-lines.repository.ts';
import { CancelPayments } from './cancel-payments.ts';
import { ChooseStretches } from './choose-stretches.ts';
import { CreditNote } from './credit-note.entity.ts';
import { Debts } from './debts.repository.ts';
import { EarningHold } from './earning-hold.entity.ts';
import { EndExpiredHolds } from './end-expired-holds.ts';
import { EndHold } from './end-hold.ts';
import { GiveBack } from './give-back.ts';
import { GivenBack } from './give-back.entity.ts';
import { ListRefunds } from './list-refunds.ts';
import { PlaceHold } from './place-hold.ts';
import { PreviewPart } from './preview-part.ts';
import { PreviewRefund } from './preview-refund.ts';
import { Refund } from './refund.entity.ts';
import { RefundLine } from './refund-line.ts';
import { RefreshRefunds } from './refresh-refunds.ts';
import { Refunds } from './refunds.repository.ts';
import { ResolveRefund } from './resolve-refund.ts';
import { ReturnEarnings } from './return-earnings.ts';
import { SendRefund } from './send-refund.ts';
import { SendRefunds } from './send-refunds.ts';
import { SetAside } from './set-aside.ts';
import { SettleRefund } from './settle-refund.ts';
import { SplitEarning } from './split-earning.ts';
import { TakeEarnings } from './take-earnings.ts';

export const givingBackEntities = [EarningHold, GivenBack, Refund, CreditNote, AssistantDebt, Bonus];

export const givingBackDoors = [
  ApplyWaitingGiveBacks,
  CancelPayments,
  ContractWeekReview,
  Debts,
  EndExpiredHolds,
  EndHold,
  GiveBack,
  ListRefunds,
  PayBonus,
  PlaceHold,
  PreviewPart,
  PreviewRefund,
  RefundLine,
  RefreshRefunds,
  ResolveRefund,
  ReturnEarnings,
  SendRefunds,
  SetAside,
  TakeEarnings,
];

export const givingBackParts = [
  ApplyGiveBack,
  BilledLines,
  ChooseStretches,
  Refunds,
  SendRefund,
  SettleRefund,
  SplitEarning,
];
