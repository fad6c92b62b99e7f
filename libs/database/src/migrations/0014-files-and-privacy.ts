import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appMay } from './sql.ts';

/** Files by name, what people asked to be given of themselves, and what they asked to be forgotten. */
export class FilesAndPrivacy implements MigrationInterface {
  readonly name = 'FilesAndPrivacy1795300000014';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- The bytes are in the store under their SHA-256, which several files may share.
create table stored_file (
  id uuid primary key,
  owner_id uuid references account, -- who brought it or whom it is about; null: it belongs to nobody alone
  purpose text not null check (purpose ~ '^[a-z_]{3,40}$'),
  name text not null check (char_length(name) between 1 and 160 and name !~ '[/\\\\]'),
  type text not null check (type ~ '^[a-z]+/[a-z.+-]+$'),
  size int not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  kept_at timestamptz not null,
  removed_at timestamptz,
  cleared_at timestamptz check (cleared_at >= removed_at),
  check (cleared_at is null or removed_at is not null)
);
create index on stored_file (owner_id);
create index on stored_file (sha256) where removed_at is null;
create index on stored_file (removed_at) where removed_at is not null and cleared_at is null;

-- Everything we hold on a person, gathered table by table, given once.
create table privacy_export (
  id uuid primary key,
  account_id uuid not null references account,
  requested_at timestamptz not null,
  parts_total int not null check (parts_total > 0),
  parts_done int not null default 0 check (parts_done between 0 and parts_total),
  file_id uuid references stored_file,
  ready_at timestamptz,
  -- Of the link in the mail, made when it goes out; only the token's SHA-256 is kept.
  token_hash bytea unique,
  downloaded_at timestamptz,
  expires_at timestamptz check (expires_at > ready_at),
  removed_at timestamptz, -- its file is gone
  failed_at timestamptz,
  check ((ready_at is null) = (file_id is null)),
  check ((ready_at is null) = (expires_at is null)),
  check (downloaded_at is null or token_hash is not null)
);
create index on privacy_export (account_id, requested_at desc);
create index on privacy_export (expires_at) where file_id is not null and removed_at is null;
create unique index one_export_at_a_time on privacy_export (account_id) where ready_at is null and failed_at is null;

-- A person may take it back until the day.
create table account_erasure (
  id uuid primary key,
  account_id uuid not null references account,
  requested_at timestamptz not null,
  erases_at timestamptz not null check (erases_at > requested_at),
  withdrawn_at timestamptz,
  postponed_at timestamptz, -- something stood in the way on the day: tried again
  erased_at timestamptz,
  check (withdrawn_at is null or erased_at is null)
);
create index on account_erasure (account_id);
create index on account_erasure (erases_at) where withdrawn_at is null and erased_at is null;
create unique index one_open_erasure on account_erasure (account_id) where withdrawn_at is null and erased_at is null;

alter table account add column erased_at timestamptz;

-- What the law wants invoices to say of who was erased. Read by documents alone, and gone when its term is over.
create table retained_name (
  account_id uuid primary key references account,
  name text not null,
  retained_until timestamptz not null
);
create index on retained_name (retained_until);
${appMay('select, insert, update', 'stored_file', 'privacy_export', 'account_erasure')}
${appMay('select, insert, delete', 'retained_name')}
${appMay('delete', 'session', 'half_session', 'mail_token', 'email_change', 'api_token', 'assistant_profile', 'skill_check_result')}
${appMay('update', 'time_import')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: files cannot be unmade');
  }
}
