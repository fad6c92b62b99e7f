import type { Context } from '../context.ts';
import type { Database } from '../database.ts';
import type { SnapshotEvent, ThinEvent } from '../kinds.ts';
import type { EndpointSecrets } from './endpoints.ts';

export interface Delivery {
  readonly id: number;
  readonly event: string;
  readonly endpoint: string;
  readonly tries: number;
  /** Real milliseconds. */
  readonly not_before: number;
  readonly problem: string | null;
}

const HELD_MS = 1_500;

/** Stores what is to be sent, in the transaction of what happened, so that a crash loses neither without the other. */
export function enqueue(
  context: Context,
  event: SnapshotEvent | ThinEvent,
  endpoints: readonly EndpointSecrets[],
): void {
  const { db, faults } = context.emulator;
  for (const endpoint of endpoints) {
    const fault = faults.ofEvent(event.type, ['drop', 'duplicate', 'reorder', 'delay']);
    const wait = fault?.effect === 'delay' ? fault.ms : fault?.effect === 'reorder' ? HELD_MS : 0;
    const state = fault?.effect === 'drop' ? 'dropped' : 'pending';
    for (let copies = fault?.effect === 'duplicate' ? 2 : 1; copies > 0; copies--) {
      db.run(
        'insert into delivery (event, endpoint, state, not_before, reversed) values (?, ?, ?, ?, ?)',
        event.id, endpoint.id, state, wait === 0 ? 0 : Date.now() + wait, fault?.effect === 'reorder' ? 1 : 0,
      ); // prettier-ignore
    }
  }
}

export function pendingDeliveries(db: Database, until: number = Number.MAX_SAFE_INTEGER, most = -1): Delivery[] {
  return db.all<Delivery>(
    "select id, event, endpoint, tries, not_before, problem from delivery where state = 'pending' and not_before <= ? order by reversed desc, case reversed when 1 then -id else id end limit ?",
    until,
    most,
  );
}

export function pendingWebhooksOf(db: Database, event: string): number {
  const row = db.one<{ count: number }>(
    "select count(*) as count from delivery where event = ? and state = 'pending'",
    event,
  );
  return row?.count ?? 0;
}
