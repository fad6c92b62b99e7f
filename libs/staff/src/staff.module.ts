import { AuditModule } from '@app/audit';
import { BillingModule } from '@app/billing';
import { IdentityModule } from '@app/identity';
import { PayoutsModule } from '@app/payouts';
import { ProfilesModule } from '@app/profiles';
import { Module } from '@nestjs/common';

import { DescribeBusiness } from './describing/describe-business.ts';
import { DescribeContract } from './describing/describe-contract.ts';
import { DescribeInvoice } from './describing/describe-invoice.ts';
import { DescribePerson } from './describing/describe-person.ts';
import { FindAnything } from './finding/find-anything.ts';
import { HoldMoney } from './holding/hold-money.ts';
import { ReleaseHold } from './holding/release-hold.ts';
import { RenewHold } from './holding/renew-hold.ts';
import { StaffHolds } from './holding/staff-holds.repository.ts';
import { BeginImpersonation } from './impersonating/begin-impersonation.ts';
import { EndImpersonation } from './impersonating/end-impersonation.ts';
import { NotAParty } from './not-a-party.ts';
import { ReplayJob } from './operations/replay-job.ts';
import { ReplayWebhook } from './operations/replay-webhook.ts';
import { SweepRuns } from './operations/sweep-runs.repository.ts';
import { ViewOperations } from './operations/view-operations.ts';
import { CycleRows } from './policies/cycle-rows.ts';
import { FeeRows } from './policies/fee-rows.ts';
import { TaxonomyWords } from './policies/taxonomy-words.ts';
import { UnpaidRows } from './policies/unpaid-rows.ts';
import { ApplySuspensions } from './suspending/apply-suspensions.ts';
import { DecideAppeal } from './suspending/decide-appeal.ts';
import { EndSuspensions } from './suspending/end-suspensions.ts';
import { LiftSuspension } from './suspending/lift-suspension.ts';
import { Suspend } from './suspending/suspend.ts';
import { FollowMoney } from './trail/follow-money.ts';

const doors = [
  FindAnything,
  DescribePerson,
  DescribeBusiness,
  DescribeContract,
  DescribeInvoice,
  FollowMoney,
  Suspend,
  LiftSuspension,
  DecideAppeal,
  EndSuspensions,
  BeginImpersonation,
  EndImpersonation,
  HoldMoney,
  RenewHold,
  ReleaseHold,
  StaffHolds,
  FeeRows,
  CycleRows,
  UnpaidRows,
  TaxonomyWords,
  ViewOperations,
  ReplayJob,
  ReplayWebhook,
  SweepRuns,
];

@Module({
  imports: [AuditModule, IdentityModule, ProfilesModule, BillingModule, PayoutsModule],
  providers: [NotAParty, ApplySuspensions, ...doors],
  exports: doors,
})
export class StaffModule {}
