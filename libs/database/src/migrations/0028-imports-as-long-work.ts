import type { MigrationInterface, QueryRunner } from 'typeorm';

import { guardStates, legalTransitions, stateCheck } from './sql.ts';

const moves = { waiting: ['logging', 'refused'], logging: ['logged', 'refused'], logged: [], refused: [] };

/** A tracker's file is handed over, and logged by a worker: how far that has come, and why it was refused. */
export class ImportsAsLongWork implements MigrationInterface {
  readonly name = 'ImportsAsLongWork1795300000028';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
${legalTransitions('time_import', moves)}

alter table time_import rename column imported_at to asked_at;
alter table time_import
  add column state text not null default 'logged',
  add column state_at timestamptz,
  add column rows_done int not null default 0,
  add column tries int not null default 0 check (tries >= 0), -- how often a worker has begun with it
  add column content jsonb, -- what is to be logged: gone as soon as it is settled
  add column refusal jsonb; -- its code, and the faults of the file by line
update time_import set state_at = asked_at, rows_done = rows;
alter table time_import
  alter column state drop default,
  alter column state_at set not null,
  add ${stateCheck('state', moves)},
  add check (rows_done between 0 and rows),
  add check ((content is null) = (state in ('logged', 'refused'))),
  add check ((refusal is null) = (state <> 'refused'));
drop index time_import_assistant_id_idx;
create index on time_import (assistant_id, asked_at desc, id desc);
${guardStates('time_import', 'time_import')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: what was refused cannot be kept in the older table');
  }
}
