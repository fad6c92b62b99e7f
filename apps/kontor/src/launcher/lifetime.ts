type Stop = () => Promise<void> | void;

/** What was started is stopped in reverse order, once, whatever asks for it first. */
export class Lifetime {
  readonly #stops: Stop[] = [];
  readonly #hurries: (() => void)[] = [];
  #ending: Promise<void> | undefined;

  get over(): boolean {
    return this.#ending !== undefined;
  }

  /** `hurry` is called when somebody loses patience: end it now, clean or not. What comes too late stops at once. */
  onEnd(stop: Stop, hurry?: () => void): void {
    if (this.over) void stop();
    this.#stops.push(stop);
    if (hurry) this.#hurries.push(hurry);
  }

  end(): Promise<void> {
    this.#ending ??= this.#stopAll();
    return this.#ending;
  }

  hurry(): void {
    for (const hurry of this.#hurries) hurry();
  }

  async #stopAll(): Promise<void> {
    for (let stop = this.#stops.pop(); stop; stop = this.#stops.pop()) {
      try {
        await stop();
      } catch (error) {
        process.stderr.write(`${String(error)}\n`);
      }
    }
  }
}
