import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';

import type { Emulator } from '../emulator.ts';
import type { ThinEvent } from '../kinds.ts';
import { type Delivery, pendingDeliveries } from './deliveries.ts';
import { signatureOf } from './signature.ts';

const AT_ONCE = 8;
const TIMEOUT_MS = 10_000;
const FIRST_RETRY_MS = 200;
const LONGEST_WAIT_MS = 30_000;
const MOST_TRIES = 20;
/** A delivery that fails this often while it is waited for is reported as failing. */
const TRIES_WHILE_DRAINING = 5;
const BETWEEN_ROUNDS_MS = 40;

/** Sends what is stored to be sent, and tries again what was not accepted. Waits are in real time. */
export class Sender {
  private readonly emulator: Emulator;
  private running: Promise<void> | null = null;
  private again = false;
  private timer: NodeJS.Timeout | null = null;
  private readonly stopping = new AbortController();

  constructor(emulator: Emulator) {
    this.emulator = emulator;
  }

  /** Looks for something to send, after what is going on now. */
  wake(): void {
    if (this.stopping.signal.aborted) return;
    this.again = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
  }

  /** Resolves when nothing is left to send; answers what keeps failing, and leaves that to the ordinary retries. */
  async drain(): Promise<string[]> {
    const before = new Map(pendingDeliveries(this.emulator.db).map(({ id, tries }) => [id, tries]));
    for (;;) {
      this.emulator.runDue(this.emulator.clock.now());
      this.emulator.db.run("update delivery set not_before = 0 where state = 'pending'");
      this.wake();
      await this.running;
      const left = pendingDeliveries(this.emulator.db);
      if (left.every(({ id, tries }) => tries - (before.get(id) ?? 0) >= TRIES_WHILE_DRAINING))
        return left.map(describe);
      await sleep(BETWEEN_ROUNDS_MS);
    }
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.again && !this.stopping.signal.aborted) {
      this.again = false;
      await sleep(0);
      for (;;) {
        const batch = pendingDeliveries(this.emulator.db, Date.now(), AT_ONCE);
        if (batch.length === 0 || this.stopping.signal.aborted) break;
        // Reversed ones first and one by one, or their order would be chance.
        const isReversed = this.emulator.db.one(
          "select 1 from delivery where state = 'pending' and reversed = 1 and not_before <= ?",
          Date.now(),
        );
        if (isReversed && batch[0]) await this.send(batch[0]);
        else await Promise.all(batch.map((delivery) => this.send(delivery)));
      }
    }
    this.wakeForRetry();
  }

  private wakeForRetry(): void {
    const next = this.emulator.db.one<{ at: number | null }>(
      "select min(not_before) as at from delivery where state = 'pending'",
    );
    if (this.timer) clearTimeout(this.timer);
    if (!next?.at || this.stopping.signal.aborted) return;
    this.timer = setTimeout(() => this.wake(), Math.max(1, next.at - Date.now()));
    this.timer.unref();
  }

  private async send(delivery: Delivery): Promise<void> {
    const problem = await this.attempt(delivery);
    if (this.stopping.signal.aborted && problem) return;
    const tries = delivery.tries + 1;
    const state = problem === null ? 'delivered' : tries >= MOST_TRIES ? 'failed' : 'pending';
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_RETRY_MS * 2 ** (tries - 1));
    this.emulator.db.run(
      'update delivery set state = ?, tries = ?, not_before = ?, reversed = 0, problem = ? where id = ?',
      state, tries, Date.now() + wait, problem, delivery.id,
    ); // prettier-ignore
  }

  /** What went wrong, or null. */
  private async attempt(delivery: Delivery): Promise<string | null> {
    const target = this.target(delivery.endpoint);
    const payload = this.payload(delivery.event);
    if (!target || !payload) return null; // deleted meanwhile: Stripe stops too
    try {
      const response = await fetch(target.url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([this.stopping.signal, AbortSignal.timeout(TIMEOUT_MS)]),
        body: payload,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
          'stripe-signature': signatureOf(payload, target.secret, new Date()),
        },
      });
      await response.arrayBuffer();
      return response.ok ? null : `answered ${response.status}`;
    } catch (error) {
      return inspect(error, { depth: 0 }).split('\n')[0] ?? 'not sent';
    }
  }

  private target(id: string): { url: string; secret: string } | null {
    const row = this.emulator.db.one<{ url: string | null; hidden: string }>(
      "select json_extract(json, '$.url') as url, hidden from object where id = ?",
      id,
    );
    if (!row) return null;
    const hidden = JSON.parse(row.hidden) as { url?: string; secret?: string };
    return { url: row.url ?? hidden.url ?? '', secret: hidden.secret ?? '' };
  }

  private payload(id: string): string | null {
    const row = this.emulator.db.one<{ json: string }>('select json from object where id = ?', id);
    if (!row) return null;
    const event = JSON.parse(row.json) as { object: string };
    return event.object === 'v2.core.event' ? JSON.stringify(thinNotification(event as ThinEvent)) : row.json;
  }
}

function thinNotification({ data: _data, ...notification }: ThinEvent): Partial<ThinEvent> {
  return notification;
}

function describe(delivery: Delivery): string {
  return `${delivery.event} to ${delivery.endpoint}: ${delivery.problem ?? 'not tried'} (${delivery.tries} tries)`;
}
