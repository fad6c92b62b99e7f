export { AnswerChargeback } from './chargeback/answer-chargeback.ts';
export { type ChargebackAnswerState, chargebackAnswerTransitions } from './chargeback/chargeback-answer.state.ts';
export type { EvidenceTexts } from './chargeback/chargeback-answer.entity.ts';
export { ChargebackEvidence, type ChargebackPack } from './chargeback/chargeback-evidence.ts';
export { Chargeback } from './chargeback/chargeback.entity.ts';
export type {
  ChargebackCarrierChosen,
  ChargebackDecided,
  ChargebackDueSoon,
  ChargebackOpened,
} from './chargeback/chargeback.events.ts';
export { chargebackLost, type LossPart, refundConsumed } from './chargeback/chargeback.journals.ts';
export { type ChargebackState, chargebackTransitions } from './chargeback/chargeback.state.ts';
export { chargebacksEntities, ChargebacksModule } from './chargeback/chargebacks.module.ts';
export { ChooseCarrier } from './chargeback/choose-carrier.ts';
export { ChooseLines, type ChosenLine } from './chargeback/choose-lines.ts';
export {
  type ChargebackCan,
  type ChargebackFact,
  type DescribedAnswer,
  type DescribedChargeback,
  DescribeChargebacks,
  type TouchedLine,
} from './chargeback/describe-chargebacks.ts';
export { sharesOf } from './chargeback/line-shares.ts';
export { ObserveChargeback } from './chargeback/observe-chargeback.ts';
export { SendChargebackAnswers } from './chargeback/send-chargeback-answers.ts';
export { SettleChargebacks } from './chargeback/settle-chargebacks.ts';
export { WatchChargebacks } from './chargeback/watch-chargebacks.ts';
export { AcceptDispute } from './accept-dispute.ts';
export { AddFile } from './add-file.ts';
export { AddStatement } from './add-statement.ts';
export { AnswerDispute } from './answer-dispute.ts';
export { AppealDecision } from './appeal-decision.ts';
export { ClaimDispute } from './decision/claim-dispute.ts';
export { DecideDispute, type Proposed } from './decision/decide-dispute.ts';
export { DisputeQueue, type Queue, type Which } from './decision/dispute-queue.ts';
export { FourEyes } from './decision/four-eyes.ts';
export { type LateClaim, OpenLateClaim } from './decision/open-late-claim.ts';
export { PreviewDecision } from './decision/preview-decision.ts';
export { ReleaseClaim } from './decision/release-claim.ts';
export { SignDecision } from './decision/sign-decision.ts';
export type { VerdictOnLine, Verdicts } from './decision/verdicts.ts';
export { type Bar, WhoDecides } from './decision/who-decides.ts';
export { DeclinePartOffer } from './decline-part-offer.ts';
export { type DescribedDispute, DescribeDisputes, type Party, type WorthCents } from './describe-disputes.ts';
export {
  type BilledEntry,
  DisputableTime,
  type ReviewedWeek,
  type WantedTime,
  whyNotDisputable,
} from './disputable-time.ts';
export { Dispute, type Ground, type Outcome } from './dispute.entity.ts';
export {
  AlreadyReleased,
  AnswerTooLate,
  AppealTooLate,
  BarredFromDeciding,
  ClaimedByAnother,
  CorrectionTooLong,
  DecidedAlready,
  DisputeNotFound,
  LateClaimTooLate,
  LinesLeftOut,
  NoOfferStands,
  NotDisputable,
  NotForDecision,
  NothingLeftToDispute,
  OtherVersion,
  QueryNotFound,
  QueryOpenAlready,
  ReportAnswered,
  ReportNotFound,
  ReportOpenAlready,
  RuleUnknown,
  SignedAlready,
} from './dispute.errors.ts';
export type {
  DisputeAnswered,
  DisputeAppealed,
  DisputeClosed,
  DisputeDeadlineNear,
  DisputeDecided,
  DisputeDecisionLate,
  DisputeOpened,
  DisputeReferred,
  LateReportDeclined,
  Referral,
} from './dispute.events.ts';
export { type DisputeCan, disputeCan, type Side, sideOf, speaksForClient } from './dispute.policy.ts';
export { type DisputeState, disputeTransitions } from './dispute.state.ts';
export { DisputeDetails, type DetailedDecision, type DisputeInDetail } from './dispute-details.ts';
export { type DisputeRule, disputeRules, type Verdict } from './dispute-rules.ts';
export { DisputeStatistics, type Statistics } from './dispute-statistics.ts';
export { Disputes } from './disputes.repository.ts';
export { type DisputeOfWeek, DisputesOfWeeks } from './disputes-of-weeks.ts';
export { disputesEntities, DisputesModule } from './disputes.module.ts';
export { AgreeToCorrection } from './entry-queries/agree-to-correction.ts';
export { AnswerQuery } from './entry-queries/answer-query.ts';
export { AskAboutEntry } from './entry-queries/ask-about-entry.ts';
export { CorrectEntry } from './entry-queries/correct-entry.ts';
export { DeclineCorrection } from './entry-queries/decline-correction.ts';
export { type DescribedQuery, DescribeQueries, type QueryCan, queryCan } from './entry-queries/describe-queries.ts';
export { EntryQueries } from './entry-queries/entry-queries.repository.ts';
export { EntryQuery } from './entry-queries/entry-query.entity.ts';
export type { QueryAnswered, QueryAsked, QueryClosed } from './entry-queries/entry-query.events.ts';
export { type EntryQueryState, entryQueryTransitions } from './entry-queries/entry-query.state.ts';
export { type EvidencePack, EvidencePacks } from './evidence/evidence-packs.ts';
export { OpenEvidenceFile } from './evidence/open-evidence-file.ts';
export { type PrintedEvidence, PrintEvidence } from './evidence/print-evidence.ts';
export { DeclineReport } from './late-reports/decline-report.ts';
export { LateReports, type OpenReport, type ReportOfWeek } from './late-reports/late-reports.repository.ts';
export { OpenReportedClaim } from './late-reports/open-reported-claim.ts';
export { type Reported, ReportLate } from './late-reports/report-late.ts';
export { lateUntil } from './late-window.ts';
export { KeepDeadlines } from './keep-deadlines.ts';
export { OfferPart, type PartOffered } from './offer-part.ts';
export { type Contested, OpenDispute } from './open-dispute.ts';
export { PreviewCorrection } from './entry-queries/preview-correction.ts';
export { PreviewDispute } from './preview-dispute.ts';
export { PreviewOffer } from './preview-offer.ts';
export type { CarriedBy } from './refund-parts.ts';
export type { Totals } from './refund-totals.ts';
export { TakeOffer } from './take-offer.ts';
export { WithdrawDispute } from './withdraw-dispute.ts';
