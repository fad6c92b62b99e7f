import type { SweepRuns } from '@app/staff';

const NOTE_IDLE_RUNS_EVERY_MS = 60_000;

/** Keeps for the staff when each sweep last ran: at once when it did something or failed, else once a minute. */
export class SweepLog {
  readonly #notedAt = new Map<string, number>();

  constructor(
    private readonly runs: Pick<SweepRuns, 'ran' | 'failed'>,
    private readonly complain: (words: string) => void,
  ) {}

  async ran(sweep: string, done: number, now: Date): Promise<void> {
    const last = this.#notedAt.get(sweep) ?? -Infinity;
    if (done === 0 && now.getTime() - last < NOTE_IDLE_RUNS_EVERY_MS) return;
    await this.#note(sweep, now, () => this.runs.ran(sweep, done, now));
  }

  failed(sweep: string, error: unknown, now: Date): Promise<void> {
    const words = error instanceof Error ? error.message : String(error);
    return this.#note(sweep, now, () => this.runs.failed(sweep, words, now));
  }

  /** What cannot be noted keeps no sweep from running. */
  async #note(sweep: string, now: Date, write: () => Promise<void>): Promise<void> {
    try {
      await write();
      this.#notedAt.set(sweep, now.getTime());
    } catch (error) {
      this.complain(`The run of ${sweep} could not be noted: ${String(error)}`);
    }
  }
}
