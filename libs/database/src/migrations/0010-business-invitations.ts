import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appMay } from './sql.ts';

/** How people come to act for a business that somebody else has opened. */
export class BusinessInvitations implements MigrationInterface {
  readonly name = 'BusinessInvitations1795300000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table business_invitation (
  id uuid primary key,
  business_id uuid not null references business,
  email citext not null check (email like '%_@_%'),
  role text not null check (role in ('owner', 'hiring', 'approver', 'finance', 'viewer')),
  invited_by uuid not null references account,
  invited_at timestamptz not null,
  -- Of the link in the mail: both null until it goes out. Only the token's SHA-256 is kept.
  token_hash bytea unique,
  expires_at timestamptz check (expires_at > invited_at),
  accepted_at timestamptz,
  accepted_by uuid references account,
  withdrawn_at timestamptz,
  check ((token_hash is null) = (expires_at is null)),
  check ((accepted_at is null) = (accepted_by is null)),
  check (accepted_at is null or withdrawn_at is null)
);
create index on business_invitation (business_id, invited_at);
create unique index one_open_invitation on business_invitation (business_id, email)
  where accepted_at is null and withdrawn_at is null;
${appMay('select, insert, update', 'business_invitation')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: invitations cannot be unmade');
  }
}
