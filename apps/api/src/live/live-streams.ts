import { Config } from '@app/config';
import { LiveEar, type LiveListener, type LiveSignal } from '@app/delivery';
import { TooMany } from '@app/kernel';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Observable, Subject, type Subscriber } from 'rxjs';

/** Null: something was missed, ask for everything again. */
export type Changed = readonly string[] | null;

/** Windows of one person that are open at once, before one looks like an attack. */
const MOST_STREAMS_A_PERSON = 20;

/** Who of this process's signed-in people is listening, and what they are told. */
@Injectable()
export class LiveStreams implements LiveListener, OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #open = new Map<string, Set<Subscriber<Changed>>>();
  readonly #ear: LiveEar;
  /** This process goes away: windows come back to another one. */
  readonly closing = new Subject<void>();

  constructor(config: Config) {
    this.#ear = new LiveEar(config.env.DATABASE_URL);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.#ear.start(this);
  }

  /** Before the server closes, which waits for its open answers. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing.next();
    await this.#ear.stop();
  }

  /** What changes for this person from now on, by feature. Throws TooMany `too_many_streams`. */
  open(accountId: string): Observable<Changed> {
    const streams = this.#open.get(accountId) ?? new Set();
    if (streams.size >= MOST_STREAMS_A_PERSON) {
      throw new TooMany('too_many_streams', 'Kontor is open in too many windows: close some.');
    }
    return new Observable((stream) => {
      this.#open.set(accountId, streams.add(stream));
      return () => {
        streams.delete(stream);
        if (streams.size === 0) this.#open.delete(accountId);
      };
    });
  }

  heard({ accounts, topics }: LiveSignal): void {
    for (const account of accounts) for (const stream of this.#open.get(account) ?? []) stream.next(topics);
  }

  missed(): void {
    for (const stream of this.#all()) stream.next(null);
  }

  #all(): Subscriber<Changed>[] {
    return [...this.#open.values()].flatMap((streams) => [...streams]);
  }
}
