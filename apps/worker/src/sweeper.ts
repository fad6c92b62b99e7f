import type { Sweep } from '@app/kernel';

/** Runs the sweeps one after the other: each may make the next one due. */
export class Sweeper {
  constructor(private readonly sweeps: readonly Sweep[]) {}

  /** How much was done. A sweep that fails does not keep the others from running: `failed` is told, or it throws at the end. */
  async run(now: Date, failed?: (sweep: string, error: unknown) => void): Promise<number> {
    let done = 0;
    const errors: unknown[] = [];
    for (const sweep of this.sweeps) {
      try {
        done += await sweep.run(now);
      } catch (error) {
        if (failed) failed(sweep.name, error);
        else errors.push(error);
      }
    }
    if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors, 'several sweeps failed');
    return done;
  }

  async nextDueAt(): Promise<Date | null> {
    const due = await Promise.all(this.sweeps.map((sweep) => sweep.nextDueAt()));
    const known = due.filter((at) => at !== null).map((at) => at.getTime());
    return known.length === 0 ? null : new Date(Math.min(...known));
  }
}
