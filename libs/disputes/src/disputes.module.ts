import { AuditModule } from '@app/audit';
import { BillingModule } from '@app/billing';
import { FilesModule } from '@app/files';
import { HiringModule } from '@app/hiring';
import { Module } from '@nestjs/common';

import { AcceptDispute } from './accept-dispute.ts';
import { AddFile } from './add-file.ts';
import { AddStatement } from './add-statement.ts';
import { AnswerDispute } from './answer-dispute.ts';
import { AppealDecision } from './appeal-decision.ts';
import { BeginDispute } from './begin-dispute.ts';
import { ClaimDispute } from './decision/claim-dispute.ts';
import { ConcludeDecision } from './decision/conclude-decision.ts';
import { DecideDispute } from './decision/decide-dispute.ts';
import { Decisions } from './decision/decisions.repository.ts';
import { DisputeQueue } from './decision/dispute-queue.ts';
import { FourEyes } from './decision/four-eyes.ts';
import { OpenLateClaim } from './decision/open-late-claim.ts';
import { PreviewDecision } from './decision/preview-decision.ts';
import { ReleaseClaim } from './decision/release-claim.ts';
import { SignDecision } from './decision/sign-decision.ts';
import { WhoDecides } from './decision/who-decides.ts';
import { DeclinePartOffer } from './decline-part-offer.ts';
import { DescribeDisputes } from './describe-disputes.ts';
import { DisputableTime } from './disputable-time.ts';
import { Dispute } from './dispute.entity.ts';
import { DisputeDetails } from './dispute-details.ts';
import { DisputeStatistics } from './dispute-statistics.ts';
import { Disputes } from './disputes.repository.ts';
import { DisputesOfWeeks } from './disputes-of-weeks.ts';
import { EndDispute } from './end-dispute.ts';
import { AgreeToCorrection } from './entry-queries/agree-to-correction.ts';
import { AnswerQuery } from './entry-queries/answer-query.ts';
import { AskAboutEntry } from './entry-queries/ask-about-entry.ts';
import { CorrectEntry } from './entry-queries/correct-entry.ts';
import { DeclineCorrection } from './entry-queries/decline-correction.ts';
import { DescribeQueries } from './entry-queries/describe-queries.ts';
import { EntryQueries } from './entry-queries/entry-queries.repository.ts';
import { EntryQuery } from './entry-queries/entry-query.entity.ts';
import { EvidencePacks } from './evidence/evidence-packs.ts';
import { FreezeEvidence } from './evidence/freeze-evidence.ts';
import { OpenEvidenceFile } from './evidence/open-evidence-file.ts';
import { PrintEvidence } from './evidence/print-evidence.ts';
import { DeclineReport } from './late-reports/decline-report.ts';
import { LateReports } from './late-reports/late-reports.repository.ts';
import { OpenReportedClaim } from './late-reports/open-reported-claim.ts';
import { ReportLate } from './late-reports/report-late.ts';
import { KeepDeadlines } from './keep-deadlines.ts';
import { OfferPart } from './offer-part.ts';
import { Offers } from './offers.ts';
import { OpenDispute } from './open-dispute.ts';
import { PreviewCorrection } from './entry-queries/preview-correction.ts';
import { PreviewDispute } from './preview-dispute.ts';
import { PreviewOffer } from './preview-offer.ts';
import { RefundParts } from './refund-parts.ts';
import { RefundTotals } from './refund-totals.ts';
import { Shares } from './shares.ts';
import { Statements } from './statements.ts';
import { TakeOffer } from './take-offer.ts';
import { WithdrawDispute } from './withdraw-dispute.ts';

export const disputesEntities = [Dispute, EntryQuery];

const readers = [
  Disputes,
  DescribeDisputes,
  DisputeDetails,
  DisputableTime,
  DisputesOfWeeks,
  DisputeStatistics,
  EvidencePacks,
  PrintEvidence,
  EntryQueries,
  DescribeQueries,
  DisputeQueue,
  LateReports,
  FourEyes,
  PreviewCorrection,
  PreviewDispute,
  PreviewOffer,
  WhoDecides,
];
const verbs = [
  AskAboutEntry,
  AnswerQuery,
  CorrectEntry,
  AgreeToCorrection,
  DeclineCorrection,
  OpenDispute,
  OpenLateClaim,
  ReportLate,
  OpenReportedClaim,
  DeclineReport,
  AcceptDispute,
  AnswerDispute,
  OfferPart,
  TakeOffer,
  DeclinePartOffer,
  WithdrawDispute,
  AddStatement,
  AddFile,
  OpenEvidenceFile,
  AppealDecision,
  ClaimDispute,
  ReleaseClaim,
  PreviewDecision,
  DecideDispute,
  SignDecision,
  KeepDeadlines,
];
const within = [
  BeginDispute,
  ConcludeDecision,
  Decisions,
  EndDispute,
  FreezeEvidence,
  Offers,
  RefundParts,
  RefundTotals,
  Shares,
  Statements,
];

@Module({
  imports: [AuditModule, BillingModule, FilesModule, HiringModule],
  providers: [...readers, ...verbs, ...within],
  exports: [...readers, ...verbs],
})
export class DisputesModule {}
