import { z } from 'zod';

import { BusinessRole } from './identity.ts';

const LONGEST_EMAIL = 254;

export const InvitationRequest = z.strictObject({
  email: z.email('must be an e-mail address').trim().max(LONGEST_EMAIL),
  role: BusinessRole,
});
export type InvitationRequest = z.output<typeof InvitationRequest>;

export const RoleRequest = z.strictObject({ role: BusinessRole });
export type RoleRequest = z.output<typeof RoleRequest>;

export const AcceptInvitationRequest = z.strictObject({ token: z.string().min(1).max(200) });
export type AcceptInvitationRequest = z.output<typeof AcceptInvitationRequest>;

export const MemberView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: BusinessRole,
  since: z.iso.datetime(),
  isYou: z.boolean(),
  can: z.object({ changeRole: z.boolean(), remove: z.boolean() }),
});
export type MemberView = z.output<typeof MemberView>;

export const InvitationView = z.object({
  id: z.uuid(),
  email: z.string(),
  role: BusinessRole,
  invitedAt: z.iso.datetime(),
  /** Null until the mail has gone out. */
  expiresAt: z.iso.datetime().nullable(),
  can: z.object({ withdraw: z.boolean() }),
});
export type InvitationView = z.output<typeof InvitationView>;

/** Who acts for a business, and, for its owners, whom they have invited. */
export const PeopleView = z.object({
  members: z.array(MemberView),
  invitations: z.array(InvitationView),
  can: z.object({ invite: z.boolean() }),
});
export type PeopleView = z.output<typeof PeopleView>;
