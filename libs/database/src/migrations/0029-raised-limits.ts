import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appendOnly } from './sql.ts';

/** Who let more of a week be worked, and when. */
export class RaisedLimits implements MigrationInterface {
  readonly name = 'RaisedLimits1795300000029';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table week_limit_raise (
  id uuid primary key,
  contract_week_id uuid not null references contract_week,
  from_seconds bigint not null,
  to_seconds bigint not null,
  raised_by uuid not null references account,
  raised_at timestamptz not null,
  check (to_seconds > from_seconds),
  unique (contract_week_id, from_seconds) -- each begins where the one before it ended
);
${appendOnly('week_limit_raise')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: what was agreed cannot be unmade');
  }
}
