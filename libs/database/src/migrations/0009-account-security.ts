import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appMay } from './sql.ts';

/** Passwords forgotten and changed, addresses changed, devices, and how often anything may be tried. */
export class AccountSecurity implements MigrationInterface {
  readonly name = 'AccountSecurity1795300000009';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- A name for one's list of devices that opens nothing.
alter table session add column id uuid not null default gen_random_uuid();
alter table session alter column id drop default;
alter table session add unique (id);

create table email_change (
  id uuid primary key,
  account_id uuid not null references account,
  email citext not null check (email like '%_@_%'),
  requested_at timestamptz not null,
  withdrawn_at timestamptz -- before its link was even made
);
create index on email_change (account_id);

alter table mail_token drop constraint mail_token_purpose_check;
alter table mail_token add check (purpose in ('verify_email', 'reset_password', 'change_email'));
alter table mail_token add column email_change_id uuid references email_change;
alter table mail_token add check ((purpose = 'change_email') = (email_change_id is not null));

-- Browsers in which a sign-in has succeeded: guesses made elsewhere cannot use up their tries.
create table known_browser (
  token_hash bytea not null,
  account_id uuid not null references account,
  seen_at timestamptz not null,
  primary key (token_hash, account_id)
);
create index on known_browser (account_id);

-- What was tried lately, and how often. The key is a hash: it names nobody.
create table attempt_budget (
  key bytea primary key,
  tried_at timestamptz[] not null,
  forget_at timestamptz not null
);
create index on attempt_budget (forget_at);
${appMay('select, insert, update', 'email_change')}
${appMay('select, insert, update, delete', 'known_browser', 'attempt_budget')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: accounts cannot be unmade');
  }
}
