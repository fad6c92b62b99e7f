const MINUTE_MS = 60_000;

/** When this process last asked Stripe about something, so that sweeps, which wake often, do not ask often. */
export class PollTimes {
  readonly #asked = new Map<string, number>();

  constructor(private readonly everyMinutes: number) {}

  /** Whether it is time to ask again; if so, it counts as asked. */
  isDue(what: string, now: Date): boolean {
    const last = this.#asked.get(what);
    if (last !== undefined && now.getTime() - last < this.everyMinutes * MINUTE_MS) return false;
    this.#asked.set(what, now.getTime());
    return true;
  }
}
