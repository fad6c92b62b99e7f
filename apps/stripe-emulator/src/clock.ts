import type { Settings } from './settings.ts';

export type ClockMode = { mode: 'real' } | { mode: 'frozen'; at: Date };

/** The emulator's time: the system's, or an instant that stands still until it is moved by hand. */
export class Clock {
  private readonly settings: Settings;
  private pinned: Date | null = null;

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** A kept file may remember a later instant than the one it is started with: frozen time never goes back. */
  start(wanted: ClockMode): void {
    if (wanted.mode === 'real') return this.followSystem();
    const kept = Number(this.settings.get('frozenAt') ?? 0);
    this.freezeAt(kept > wanted.at.getTime() ? new Date(kept) : wanted.at);
  }

  get isReal(): boolean {
    return this.settings.get('frozenAt') === null;
  }

  now(): Date {
    const frozen = this.settings.get('frozenAt');
    return this.pinned ?? (frozen === null ? new Date() : new Date(Number(frozen)));
  }

  /** Whole seconds since 1970, as Stripe writes instants. */
  seconds(): number {
    return Math.floor(this.now().getTime() / 1000);
  }

  freezeAt(at: Date): void {
    this.settings.set('frozenAt', String(at.getTime()));
  }

  followSystem(): void {
    this.settings.set('frozenAt', null);
  }

  /** What fell due while nobody was looking still happens at its own instant. */
  during<Result>(instant: Date, work: () => Result): Result {
    this.pinned = instant;
    try {
      return work();
    } finally {
      this.pinned = null;
    }
  }
}
