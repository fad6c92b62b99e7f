import { ApiError } from './api/api-error.ts';
import { Faults } from './api/faults.ts';
import { IdempotencyKeys } from './api/idempotency.ts';
import { Journal } from './api/journal.ts';
import { Clock, type ClockMode } from './clock.ts';
import { Conformance } from './conformance/conformance.ts';
import { Context, type RequestReference } from './context.ts';
import { Database } from './database.ts';
import { DueList } from './due.ts';
import { fallDue } from './fall-due.ts';
import { Findings } from './findings.ts';
import { PLATFORM } from './ids.ts';
import { Settings } from './settings.ts';
import { type SeededEndpoint, seedEndpoints } from './webhooks/endpoints.ts';
import { Sender } from './webhooks/sender.ts';

const TICK_MS = 250;

/** All of the local Stripe's state and what moves it; HTTP stands outside. */
export class Emulator {
  readonly db: Database;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly due: DueList;
  readonly faults: Faults;
  readonly keys: IdempotencyKeys;
  readonly journal: Journal;
  readonly findings: Findings;
  readonly sender: Sender;
  readonly conformance: Conformance;
  /** Whether answers and events are checked; requests always are, since the check also gives them their types. */
  readonly checks: boolean;
  readonly log: (line: string) => void;
  /** Where the hosted pages are; known once the server listens. */
  url = '';
  seeds: readonly SeededEndpoint[] = [];
  private readonly ticking: NodeJS.Timeout;

  constructor(options: { file: string; clock: ClockMode; checks: boolean; log: (line: string) => void }) {
    this.db = new Database(options.file);
    this.settings = new Settings(this.db);
    this.clock = new Clock(this.settings);
    this.due = new DueList(this.db);
    this.faults = new Faults(this.db);
    this.keys = new IdempotencyKeys(this.db, this.clock);
    this.journal = new Journal(this.db);
    this.findings = new Findings(this.db);
    this.sender = new Sender(this);
    this.conformance = Conformance.load();
    this.checks = options.checks;
    this.log = options.log;
    this.clock.start(options.clock);
    this.ticking = setInterval(() => this.tick(), TICK_MS);
    this.ticking.unref();
  }

  on(account: string, request: RequestReference | null = null): Context {
    return new Context(this, account, request);
  }

  /** One change of state: all of it or nothing. */
  change<Result>(work: () => Result): Result {
    try {
      return this.db.transaction(work);
    } catch (error) {
      this.settings.forget();
      throw error;
    }
  }

  /** Like `change`, but what a declined card changed stays, and then the decline is thrown. */
  changeUnlessDeclined<Result>(work: () => Result): Result {
    const outcome = this.change(() => {
      try {
        return { result: work() };
      } catch (error) {
        if (error instanceof ApiError && error.keepsEffects) return { declined: error };
        throw error;
      }
    });
    if ('declined' in outcome) throw outcome.declined;
    return outcome.result;
  }

  /** Runs everything that falls due until `at`, in order, each at its own instant. */
  advanceTo(at: Date): void {
    if (at < this.clock.now())
      throw new RangeError(
        `The clock stands at ${this.clock.now().toISOString()} and cannot go back to ${at.toISOString()}.`,
      );
    if (this.clock.isReal) this.clock.freezeAt(this.clock.now());
    this.runDue(at);
    this.change(() => this.clock.freezeAt(at));
    this.sender.wake();
  }

  followSystemClock(): void {
    this.change(() => this.clock.followSystem());
    this.runDue(this.clock.now());
    this.sender.wake();
  }

  runDue(until: Date): void {
    for (let next = this.due.next(); next && next.at <= until.getTime(); next = this.due.next()) {
      const due = next;
      const instant = new Date(due.at);
      this.change(() => {
        this.due.remove(due);
        if (!this.clock.isReal && instant > this.clock.now()) this.clock.freezeAt(instant);
        this.clock.during(instant, () => fallDue[due.kind](this.on(PLATFORM), due.subject));
      });
    }
  }

  /** Everything is forgotten but the clock and the endpoints that the start was given. */
  reset(): void {
    const frozen = this.clock.isReal ? null : this.clock.now();
    this.db.clear();
    this.settings.forget();
    if (frozen) this.clock.freezeAt(frozen);
    this.change(() => seedEndpoints(this.on(PLATFORM), this.seeds));
  }

  async stop(): Promise<void> {
    clearInterval(this.ticking);
    await this.sender.stop();
    this.db.close();
  }

  /** While the clock follows the system's, things fall due by themselves. */
  private tick(): void {
    if (!this.clock.isReal) return;
    this.runDue(this.clock.now());
    this.sender.wake();
  }
}
