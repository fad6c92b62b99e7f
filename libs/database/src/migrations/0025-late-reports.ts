import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appendOnly, appMay } from './sql.ts';

/** What clients report after a review: staff open a claim of it, or say why not. */
export class LateReports implements MigrationInterface {
  readonly name = 'LateReports1795300000025';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table late_report (
  id uuid primary key,
  contract_week_id uuid not null references contract_week,
  client_id uuid not null references business,
  reported_by uuid not null references account,
  reported_at timestamptz not null,
  ground text not null check (ground in ('fraud', 'duplicate')),
  reason text not null check (char_length(reason) between 10 and 4000),
  answered_by uuid references account,
  answered_at timestamptz,
  dispute_id uuid unique references dispute, -- the claim that was opened of it
  refusal text check (char_length(refusal) between 10 and 4000), -- why none was
  check ((answered_at is null) = (answered_by is null)),
  check (num_nonnulls(dispute_id, refusal) = case when answered_at is null then 0 else 1 end)
);
create index on late_report (client_id);
create index on late_report (contract_week_id);
create unique index one_open_report on late_report (contract_week_id) where answered_at is null;
${appMay('select, insert, update', 'late_report')}

create table late_report_line (
  report_id uuid not null references late_report,
  entry_id uuid not null references time_entry,
  seconds bigint not null check (seconds > 0),
  primary key (report_id, entry_id)
);
${appendOnly('late_report_line')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: reports cannot be unmade');
  }
}
