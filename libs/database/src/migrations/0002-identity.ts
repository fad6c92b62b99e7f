import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appMay } from './sql.ts';

/** People, the businesses they hire for, and how they prove who they are. */
export class Identity implements MigrationInterface {
  readonly name = 'Identity1795300000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table account (
  id uuid primary key,
  email citext not null unique check (email like '%_@_%'),
  name text not null check (char_length(btrim(name)) between 1 and 120),
  zone text not null,
  password_hash text not null,
  email_verified_at timestamptz,
  suspended_at timestamptz,
  created_at timestamptz not null
);

create table business (
  id uuid primary key,
  name text not null check (char_length(btrim(name)) between 1 and 120),
  zone text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  created_at timestamptz not null
);

create table business_member (
  business_id uuid not null references business,
  account_id uuid not null references account,
  role text not null check (role in ('owner', 'hiring', 'approver', 'finance', 'viewer')),
  since timestamptz not null,
  primary key (business_id, account_id)
);
create index on business_member (account_id);

-- Opaque tokens: only their SHA-256 is kept.
create table session (
  token_hash bytea primary key,
  account_id uuid not null references account,
  user_agent text,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  ended_at timestamptz
);
create index on session (account_id);

create table mail_token (
  token_hash bytea primary key,
  account_id uuid not null references account,
  purpose text not null check (purpose in ('verify_email')),
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  used_at timestamptz
);
create index on mail_token (account_id);
${appMay('select, insert, update', 'account', 'business', 'session', 'mail_token')}
${appMay('select, insert, update, delete', 'business_member')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: accounts cannot be unmade');
  }
}
