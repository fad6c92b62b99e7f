import { Foundations } from './0001-foundations.ts';
import { Identity } from './0002-identity.ts';
import { Profiles } from './0003-profiles.ts';
import { Hiring } from './0004-hiring.ts';
import { Timelog } from './0005-timelog.ts';
import { Ledger } from './0006-ledger.ts';
import { Billing } from './0007-billing.ts';
import { Payouts } from './0008-payouts.ts';
import { AccountSecurity } from './0009-account-security.ts';
import { BusinessInvitations } from './0010-business-invitations.ts';
import { SecondFactors } from './0011-second-factors.ts';
import { ProvidersAndTokens } from './0012-providers-and-tokens.ts';
import { StaffAndAudit } from './0013-staff-and-audit.ts';
import { FilesAndPrivacy } from './0014-files-and-privacy.ts';
import { GivenBack } from './0015-given-back.ts';
import { Disputes } from './0016-disputes.ts';
import { ChargebacksAndRecovery } from './0017-chargebacks-and-recovery.ts';
import { Languages } from './0018-languages.ts';
import { Notices } from './0019-notices.ts';
import { WebAndPublic } from './0020-web-and-public.ts';
import { AddressTakenBack } from './0023-address-taken-back.ts';
import { LateReports } from './0025-late-reports.ts';
import { AccountsAtStripe } from './0027-accounts-at-stripe.ts';
import { ImportsAsLongWork } from './0028-imports-as-long-work.ts';
import { RaisedLimits } from './0029-raised-limits.ts';

/** In order; a released one never changes. TypeORM reads the order from the digits that end each name. */
export const migrations = [
  Foundations,
  Identity,
  Profiles,
  Hiring,
  Timelog,
  Ledger,
  Billing,
  Payouts,
  AccountSecurity,
  BusinessInvitations,
  SecondFactors,
  ProvidersAndTokens,
  StaffAndAudit,
  FilesAndPrivacy,
  GivenBack,
  Disputes,
  ChargebacksAndRecovery,
  Languages,
  Notices,
  WebAndPublic,
  AddressTakenBack,
  LateReports,
  AccountsAtStripe,
  ImportsAsLongWork,
  RaisedLimits,
];
