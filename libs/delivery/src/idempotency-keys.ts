import { createHash } from 'node:crypto';

import { type Tx } from '@app/database';
import { Clock, Conflict, Invalid } from '@app/kernel';
import { Injectable } from '@nestjs/common';

export interface RepeatableRequest {
  readonly userId: string;
  /** The id the client made for this request: `Idempotency-Key`. */
  readonly key: string;
  /** What is asked: the verb and its body. */
  readonly request: object;
}

export class KeyReused extends Invalid {
  constructor() {
    super('idempotency_key_reused', 'This Idempotency-Key was used for another request. Send a new one.', [
      { field: 'Idempotency-Key', message: 'was used for another request' },
    ]);
  }
}

export class KeyStillRunning extends Conflict {
  constructor() {
    super('request_in_progress', 'The same request is still being worked on. Try again in a moment.');
  }
}

/** Requests that move money or log time carry a key; a repeat finds what the first one made. */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly clock: Clock) {}

  /**
   * First statement of the verb's transaction. The id that the first request made, or null when this is the first:
   * it makes `resultId`, or `settle` says what it made.
   */
  async claim(tx: Tx, { userId, key, request }: RepeatableRequest, resultId?: string): Promise<string | null> {
    const hash = createHash('sha256').update(JSON.stringify(request)).digest();
    const claimed = await tx.query<unknown[]>(
      `insert into idempotency_key (user_id, key, request_hash, claimed_at, result_id) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning key`,
      [userId, key, hash, this.clock.now(), resultId ?? null],
    );
    if (claimed.length > 0) return null;
    const [first] = await tx.query<{ request_hash: Buffer; result_id: string | null }[]>(
      `select request_hash, result_id from idempotency_key where user_id = $1 and key = $2`,
      [userId, key],
    );
    if (!first?.request_hash.equals(hash)) throw new KeyReused();
    if (first.result_id === null) throw new KeyStillRunning();
    return first.result_id;
  }

  /** Stores what the request made, in the same transaction. */
  async settle(tx: Tx, { userId, key }: RepeatableRequest, resultId: string): Promise<void> {
    await tx.query(`update idempotency_key set result_id = $3 where user_id = $1 and key = $2`, [
      userId,
      key,
      resultId,
    ]);
  }
}
