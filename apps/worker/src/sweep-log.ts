import type { RanSweep, SweepRuns } from '@app/staff';

const NOTE_IDLE_RUNS_EVERY_MS = 60_000;

/** Keeps for the staff when each sweep last ran: at once when it did something or failed, else once a minute. */
export class SweepLog {
  readonly #notedAt = new Map<string, number>();

  constructor(
    private readonly runs: Pick<SweepRuns, 'ran' | 'failed'>,
    private readonly complain: (words: string) => void,
  ) {}

  async ran(runs: readonly RanSweep[], now: Date): Promise<void> {
    const since = (name: string) => now.getTime() - (this.#notedAt.get(name) ?? -Infinity);
    const telling = runs.filter(({ name, done }) => done > 0 || since(name) >= NOTE_IDLE_RUNS_EVERY_MS);
    if (telling.length === 0) return;
    const names = telling.map(({ name }) => name);
    await this.#note(names, now, () => this.runs.ran(telling, now));
  }

  failed(sweep: string, error: unknown, now: Date): Promise<void> {
    const words = error instanceof Error ? error.message : String(error);
    return this.#note([sweep], now, () => this.runs.failed(sweep, words, now));
  }

  /** What cannot be noted keeps no sweep from running. */
  async #note(sweeps: readonly string[], now: Date, write: () => Promise<void>): Promise<void> {
    try {
      await write();
      for (const sweep of sweeps) this.#notedAt.set(sweep, now.getTime());
    } catch (error) {
      this.complain(`The run of ${sweeps.join(', ')} could not be noted: ${String(error)}`);
    }
  }
}
