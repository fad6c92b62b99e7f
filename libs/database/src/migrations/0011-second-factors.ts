import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appMay } from './sql.ts';

/** What is shown beside a password or instead of it, and when a session last showed it. */
export class SecondFactors implements MigrationInterface {
  readonly name = 'SecondFactors1795300000011';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table session add column stepped_up_at timestamptz;
alter table session add column second_factor_at timestamptz;
alter table session add check (second_factor_at is null or stepped_up_at >= second_factor_at);

-- A password was right, and a second factor is wanted. Opens nothing but the question for it, and one session.
create table half_session (
  token_hash bytea primary key,
  account_id uuid not null references account,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  used_at timestamptz
);
create index on half_session (account_id);

-- An authenticator app. The secret is encrypted: whoever has only the database cannot make codes.
create table totp (
  account_id uuid primary key references account,
  secret bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  -- The latest 30 seconds, counted from 1970, whose code was taken: none is taken twice.
  last_step bigint check (last_step >= 0),
  check (confirmed_at is null or last_step is not null)
);

create table recovery_code (
  account_id uuid not null references account,
  code_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

create table passkey (
  id uuid primary key,
  account_id uuid not null references account,
  credential_id text not null unique,
  public_key bytea not null,
  -- As the authenticator counts; many always say 0.
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  name text not null check (char_length(btrim(name)) between 1 and 60),
  is_synced boolean not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index on passkey (account_id);

create table webauthn_challenge (
  challenge_hash bytea primary key,
  purpose text not null check (purpose in ('register', 'sign_in', 'step_up')),
  -- Nobody has said who they are when a passkey is to tell it.
  account_id uuid references account,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  used_at timestamptz,
  check (account_id is not null or purpose = 'sign_in')
);
create index on webauthn_challenge (expires_at);
${appMay('select, insert, update', 'half_session')}
${appMay('select, insert, update, delete', 'totp', 'recovery_code', 'passkey', 'webauthn_challenge')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: second factors cannot be unmade');
  }
}
