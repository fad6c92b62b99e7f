import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appendOnly, appMay } from './sql.ts';

/** Who did what to what, for good; and the members of staff, who decide. */
export class StaffAndAudit implements MigrationInterface {
  readonly name = 'StaffAndAudit1795300000013';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table audit_entry (
  id bigint generated always as identity primary key,
  actor_kind text not null check (actor_kind in ('user', 'staff', 'system')),
  actor_id uuid, -- no foreign key: who was erased has still done it
  action text not null check (action ~ '^[a-z_]+[.][a-z_]+$'),
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  reason text,
  at timestamptz not null,
  check ((actor_kind = 'system') = (actor_id is null))
);
create index on audit_entry (subject_kind, subject_id, id);
create index on audit_entry (actor_id, id) where actor_id is not null;
${appendOnly('audit_entry')}

-- Sealed by the worker: each block holds the hash of the one before.
create table audit_block (
  number bigint primary key check (number > 0),
  previous_hash bytea not null unique check (octet_length(previous_hash) = 32),
  hash bytea not null unique check (octet_length(hash) = 32),
  entries int not null check (entries > 0),
  sealed_at timestamptz not null
);
${appendOnly('audit_block')}

create table audit_block_entry (
  entry_id bigint primary key references audit_entry,
  block bigint not null references audit_block
);
create index on audit_block_entry (block);
${appendOnly('audit_block_entry')}

-- The processes can only read it: it is written by the command line, with the owner's rights.
create table staff_grant (
  id uuid primary key,
  account_id uuid not null references account,
  granted_at timestamptz not null,
  revoked_at timestamptz check (revoked_at >= granted_at)
);
create unique index one_live_grant on staff_grant (account_id) where revoked_at is null;
${appMay('select', 'staff_grant')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: what was done cannot be undone');
  }
}
