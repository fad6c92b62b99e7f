import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appMay } from './sql.ts';

/** What people are told in the app. */
export class Notices implements MigrationInterface {
  readonly name = 'Notices1795300000019';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table notice (
  id uuid primary key,
  account_id uuid not null references account,
  event_id uuid not null references event,
  kind text not null,
  -- What its sentence is filled with: names, cents, instants. The reader's screen writes it in the reader's language.
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  link text not null check (link like '/%'),
  told_at timestamptz not null,
  read_at timestamptz,
  unique (account_id, event_id, kind, link)
);
create index on notice (account_id, told_at desc, id desc);
create index unread_notices on notice (account_id) where read_at is null;
${appMay('select, insert, update, delete', 'notice')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: what people were told cannot be untold');
  }
}
