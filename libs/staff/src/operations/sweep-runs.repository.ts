import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

const LONGEST_FAILURE = 500;

export interface RanSweep {
  readonly name: string;
  readonly done: number;
}

/** When each sweep last ran. The worker notes it outside the sweep's own transactions. */
@Injectable()
export class SweepRuns {
  constructor(private readonly db: Database) {}

  /** What a round of sweeps did, `done` in their own units. */
  async ran(runs: readonly RanSweep[], now: Date): Promise<void> {
    await this.db.transaction((tx) =>
      tx.query(
        `insert into sweep_run (name, ran_at, done, worked_at)
         select name, $3, done, case when done > 0 then $3::timestamptz end
           from unnest($1::text[], $2::bigint[]) as ran (name, done)
         on conflict (name) do update set ran_at = excluded.ran_at, done = sweep_run.done + excluded.done,
           worked_at = coalesce(excluded.worked_at, sweep_run.worked_at)`,
        [runs.map(({ name }) => name), runs.map(({ done }) => done), now],
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
