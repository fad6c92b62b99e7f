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

-- What a person or a business may not do for a while, and why: scope by scope, never the whole account by default.
create table suspension (
  id uuid primary key,
  account_id uuid references account,
  business_id uuid references business,
  scopes text[] not null check (
    cardinality(scopes) > 0 and scopes <@ array['signing_in', 'hiring', 'assisting', 'payouts']),
  reason_code text not null check (reason_code ~ '^[a-z_]{1,60}$'),
  explanation text not null check (char_length(btrim(explanation)) between 10 and 2000), -- told to the person
  placed_by uuid not null references account,
  placed_at timestamptz not null,
  until timestamptz check (until > placed_at), -- null: until it is lifted
  ended_at timestamptz check (ended_at >= placed_at),
  ended_by uuid references account, -- null: it ran out
  appeal_token_hash bytea unique, -- of the link in the mail
  appeal text check (char_length(btrim(appeal)) between 10 and 4000),
  appealed_at timestamptz,
  appeal_upheld boolean, -- false: the suspension stays
  appeal_decided_by uuid references account,
  appeal_decided_at timestamptz,
  check (num_nonnulls(account_id, business_id) = 1),
  check (business_id is null or scopes = array['hiring']), -- a business does nothing else
  check (num_nulls(appeal, appealed_at) in (0, 2)),
  check (num_nulls(appeal_upheld, appeal_decided_by, appeal_decided_at) in (0, 3)),
  check (appeal_decided_at is null or appealed_at is not null)
);
create index on suspension (account_id) where account_id is not null;
create index on suspension (business_id) where business_id is not null;
create index on suspension (until) where ended_at is null and until is not null;
create index on suspension (appealed_at) where appealed_at is not null and appeal_decided_at is null;
${appMay('select, insert, update', 'suspension')}

-- What the libs between ask of a person; null: nothing is suspended. Businesses have theirs in client_standing.
create table person_standing (
  account_id uuid primary key references account,
  hiring_suspended_at timestamptz,
  assisting_suspended_at timestamptz,
  payouts_suspended_at timestamptz
);
${appMay('select, insert, update', 'person_standing')}

-- A session of staff that looks through somebody else's eyes, and changes nothing.
create table impersonation (
  id uuid primary key,
  staff_id uuid not null references account,
  session_id uuid not null references session (id),
  account_id uuid not null references account,
  reason text not null check (char_length(btrim(reason)) between 10 and 500),
  started_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > started_at and ends_at <= started_at + interval '30 minutes'),
  ended_at timestamptz check (ended_at between started_at and ends_at),
  check (staff_id <> account_id)
);
create unique index one_impersonation_a_session on impersonation (session_id) where ended_at is null;
create index on impersonation (account_id, started_at desc);
${appMay('select, insert, update', 'impersonation')}

-- Staff hold an earning, what is not paid out yet of an invoice, or of a person; the rows in earning_hold name it as their cause.
create table staff_hold (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('earning', 'invoice', 'payout')),
  subject_id uuid not null,
  reason_code text not null check (reason_code ~ '^[a-z_]{1,60}$'),
  placed_by uuid not null references account,
  placed_at timestamptz not null,
  until timestamptz not null check (until > placed_at),
  reviewer_id uuid references account, -- who looks at it again; another than who placed it
  renewed_by uuid references account,
  renewed_at timestamptz,
  released_by uuid references account,
  released_at timestamptz check (released_at >= placed_at),
  check (until <= coalesce(renewed_at, placed_at) + interval '14 days'),
  check (reviewer_id <> placed_by),
  check (renewed_by <> placed_by),
  check (num_nulls(renewed_by, renewed_at) in (0, 2))
);
create index on staff_hold (subject_kind, subject_id);
create index on staff_hold (until) where released_at is null;
${appMay('select, insert, update', 'staff_hold')}

-- When each sweep last ran, and what became of it.
create table sweep_run (
  name text primary key,
  ran_at timestamptz not null,
  done bigint not null check (done >= 0),
  worked_at timestamptz, -- when it last had something to do
  failed_at timestamptz,
  failure text
);
${appMay('select, insert, update', 'sweep_run')}

-- Rows of what shall hold from a date on are added, by staff, and never changed: the past stays what it was.
alter table fee_schedule add column added_by uuid references account, add column added_at timestamptz;
alter table cycle_policy add column added_by uuid references account, add column added_at timestamptz;
${appendOnly('fee_schedule')}
${appendOnly('cycle_policy')}
alter table specialty
  add column offered_from timestamptz not null default '2020-01-01Z',
  add column retired_from timestamptz check (retired_from > offered_from);
alter table tool
  add column offered_from timestamptz not null default '2020-01-01Z',
  add column retired_from timestamptz check (retired_from > offered_from);
${appMay('insert, update', 'specialty', 'tool')}

-- For search by a part of a name.
create extension if not exists pg_trgm;
create index on account using gin (name gin_trgm_ops);
create index on account using gin ((email::text) gin_trgm_ops);
create index on business using gin (name gin_trgm_ops);
create index on charge_attempt (charge_id) where charge_id is not null;
create index on invoice (total_cents);
create index on transfer (amount_cents);
create index on earning (amount_cents);
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: what was done cannot be undone');
  }
}
