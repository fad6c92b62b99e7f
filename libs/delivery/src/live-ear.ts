import { setTimeout as wait } from 'node:timers/promises';

import { Client } from 'pg';

import { withRole } from './job-queue.ts';
import { LIVE_CHANNEL, type LiveSignal } from './live.ts';

const AGAIN_AFTER_MS = 1_000;

export interface LiveListener {
  heard(signal: LiveSignal): void;
  /** The connection was away, and what was said meanwhile is lost. */
  missed(): void;
}

/** One connection of this process that listens for live signals, and comes back when it is cut. */
export class LiveEar {
  readonly #url: string;
  readonly #stopped = new AbortController();
  #client: Client | undefined;

  constructor(url: string) {
    this.#url = withRole(url);
  }

  /** Resolves once it listens; throws when the database is not there at all. */
  async start(listener: LiveListener): Promise<void> {
    await this.#listen(listener);
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#client?.end();
  }

  async #listen(listener: LiveListener): Promise<void> {
    const client = new Client({ connectionString: this.#url, application_name: 'kontor live', keepAlive: true });
    client.on('notification', ({ payload }) => listener.heard(JSON.parse(payload ?? '{}') as LiveSignal));
    // pg tells of an error and then of the end: the end is enough, but an error nobody hears ends the process.
    client.on('error', () => undefined);
    await client.connect();
    await client.query(`listen ${LIVE_CHANNEL}`);
    client.on('end', () => void this.#again(listener));
    this.#client = client;
  }

  async #again(listener: LiveListener): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      try {
        await wait(AGAIN_AFTER_MS, undefined, { signal, ref: false });
        await this.#listen(listener);
        return listener.missed();
      } catch {
        // Still away: tried again after the same wait.
      }
    }
  }
}
