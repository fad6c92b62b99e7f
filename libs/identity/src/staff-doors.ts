import { AppealSuspension } from './appeal-suspension.ts';
import { CloseAccountDoors } from './close-account-doors.ts';
import { Impersonations } from './impersonations.repository.ts';
import { IssueAppeal } from './issue-appeal.ts';
import { StaffGrants } from './staff-grants.repository.ts';
import { Suspensions } from './suspensions.repository.ts';

/** What staff do to people, and what people can say to it. Granting and revoking are the command line's alone. */
export const staffDoors = [StaffGrants, Suspensions, CloseAccountDoors, IssueAppeal, AppealSuspension, Impersonations];
