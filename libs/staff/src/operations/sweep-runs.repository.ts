import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

const LONGEST_FAILURE = 500;

/** When each sweep last ran. The worker notes it outside the sweep's own transactions. */
@Injectable()
export class SweepRuns {
  constructor(private readonly db: Database) {}

  async ran(name: string, done: number, now: Date): Promise<void> {
    await this.db.transaction((tx) =>
      tx.query(
        `insert into sweep_run (name, ran_at, done, worked_at) values ($1, $2, $3, case when $3::bigint > 0 then $2::timestamptz end)
         on conflict (name) do update set ran_at = excluded.ran_at, done = sweep_run.done + excluded.done,
           worked_at = coalesce(excluded.worked_at, sweep_run.worked_at)`,
        [name, now, done],
      ),
    );
  }

  async failed(name: string, failure: string, now: Date): Promise<void> {
    await this.db.transaction((tx) =>
      tx.query(
        `insert into sweep_run (name, ran_at, done, failed_at, failure) values ($1, $2, 0, $2, $3)
         on conflict (name) do update set ran_at = excluded.ran_at, failed_at = excluded.failed_at, failure = excluded.failure`,
        [name, now, failure.slice(0, LONGEST_FAILURE)],
      ),
    );
  }
}
