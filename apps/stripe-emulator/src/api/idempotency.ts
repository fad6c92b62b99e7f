import { createHash } from 'node:crypto';

import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import { ApiError } from './api-error.ts';

const HOUR_MS = 3_600_000;
const KEPT_FOR_MS = { 1: 24 * HOUR_MS, 2: 30 * 24 * HOUR_MS } as const;
const LONGEST_KEY = 255;

export interface Remembered {
  readonly requestId: string;
  readonly status: number;
  readonly body: string;
}

/** What was answered to each key, by account, until it expires on the emulator's clock. */
export class IdempotencyKeys {
  private readonly db: Database;
  private readonly clock: Clock;
  private readonly inFlight = new Set<string>();

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  /** The first answer to this key, or null. Throws when the key came with another request, or is being answered. */
  recall(account: string, key: string, version: 1 | 2, fingerprint: string): Remembered | null {
    if (key.length > LONGEST_KEY) throw mismatch(`Idempotency keys are at most ${LONGEST_KEY} characters long.`);
    if (this.inFlight.has(`${account} ${key}`)) throw inUse(key);
    this.db.run('delete from idempotency where expires <= ?', this.clock.now().getTime());
    const row = this.db.one<{ fingerprint: string; request_id: string; status: number; body: string }>(
      'select fingerprint, request_id, status, body from idempotency where account = ? and key = ? and version = ?',
      account, key, version,
    ); // prettier-ignore
    if (!row) return null;
    if (row.fingerprint !== fingerprint) {
      throw mismatch(
        `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
      );
    }
    return { requestId: row.request_id, status: row.status, body: row.body };
  }

  /** Until the returned function is called, the same key is answered 409. */
  hold(account: string, key: string): () => void {
    this.inFlight.add(`${account} ${key}`);
    return () => void this.inFlight.delete(`${account} ${key}`);
  }

  remember(account: string, key: string, version: 1 | 2, fingerprint: string, answer: Remembered): void {
    this.db.run(
      'insert or replace into idempotency (account, key, version, fingerprint, request_id, status, body, expires) values (?, ?, ?, ?, ?, ?, ?, ?)',
      account, key, version, fingerprint, answer.requestId, answer.status, answer.body,
      this.clock.now().getTime() + KEPT_FOR_MS[version],
    ); // prettier-ignore
  }
}

export function fingerprintOf(method: string, path: string, params: object): string {
  return createHash('sha256')
    .update(`${method} ${path} ${JSON.stringify(params)}`)
    .digest('hex');
}

export function inUse(key: string): ApiError {
  const message = `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`;
  return new ApiError(409, { type: 'idempotency_error', code: 'idempotency_key_in_use', message });
}

function mismatch(message: string): ApiError {
  return new ApiError(400, { type: 'idempotency_error', message });
}
