import type { Sweep } from '@app/kernel';
import type { RanSweep } from '@app/staff';

import type { SweepLog } from './sweep-log.ts';

/** Runs the sweeps one after the other: each may make the next one due. */
export class Sweeper {
  constructor(
    private readonly sweeps: readonly Sweep[],
    private readonly log?: Pick<SweepLog, 'ran' | 'failed'>,
  ) {}

  /** How much was done. A sweep that fails does not keep the others from running: `failed` is told, or it throws at the end. */
  async run(now: Date, failed?: (sweep: string, error: unknown) => void): Promise<number> {
    const runs: RanSweep[] = [];
    const errors: unknown[] = [];
    for (const sweep of this.sweeps) {
      try {
        runs.push({ name: sweep.name, done: await sweep.run(now) });
      } catch (error) {
        await this.log?.failed(sweep.name, error, now);
        if (failed) failed(sweep.name, error);
        else errors.push(error);
      }
    }
    await this.log?.ran(runs, now);
    if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors, 'several sweeps failed');
    return runs.reduce((sum, { done }) => sum + done, 0);
  }

  async nextDueAt(): Promise<Date | null> {
    const due = await Promise.all(this.sweeps.map((sweep) => sweep.nextDueAt()));
    const known = due.filter((at) => at !== null).map((at) => at.getTime());
    return known.length === 0 ? null : new Date(Math.min(...known));
  }
}
