/** The only way to ask what time it is. */
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still until somebody moves it: stories, the demo and the seed live by it. */
export class ManualClock extends Clock {
  #now: Date;

  constructor(now: Date) {
    super();
    this.#now = now;
  }

  override now(): Date {
    return new Date(this.#now);
  }

  moveTo(instant: Date): void {
    if (instant < this.#now) throw new RangeError(`${instant.toISOString()} has already passed`);
    this.#now = new Date(instant);
  }
}
