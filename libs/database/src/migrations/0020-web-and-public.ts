import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appMay } from './sql.ts';

/** Who lets visitors see their profile, and what a business means to spend in a week. */
export class WebAndPublic implements MigrationInterface {
  readonly name = 'WebAndPublic1795300000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table assistant_profile add column is_public boolean not null default false;
create index public_assistants on assistant_profile (published_at desc, account_id desc)
  where is_public and published_at is not null;

-- A wish and not a limit: work past it is warned of, and goes on.
create table business_budget (
  client_id uuid primary key references business,
  weekly_cents bigint not null check (weekly_cents between 100 and 10000000),
  set_at timestamptz not null
);
${appMay('select, insert, update, delete', 'business_budget')}
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table business_budget; alter table assistant_profile drop column is_public`);
  }
}
