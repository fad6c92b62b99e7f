/**
 * Work that the passing of time makes due. The worker wakes sweeps on the real clock; a story runs them when it has
 * moved the clock by hand, and asks `nextDueAt` where to stop on the way.
 */
export interface Sweep {
  readonly name: string;
  /** Does all that is due at `now`; safe to run at any time and by several workers at once. How much was done. */
  run(now: Date): Promise<number>;
  /** The earliest instant at which there will be something to do, as far as is known; null when nothing waits. */
  nextDueAt(): Promise<Date | null>;
}
