import { randomUUIDv7 } from 'node:crypto';

import type { Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Standings } from '@app/profiles';
import { Injectable } from '@nestjs/common';

import { workResumed, workSuspended } from './billing.events.ts';

/** Why no second is accepted for a client: an unpaid invoice, or a charge that its bank takes back. */
export interface HoldCause {
  readonly cause: 'unpaid' | 'chargeback';
  readonly causeId: string;
}

/**
 * Work for a client rests while there is a reason for it: from the first one on, until the last is gone. The callers'
 * transactions lock nothing before the standing that a hold writes.
 */
@Injectable()
export class BillingHold {
  constructor(
    private readonly standings: Standings,
    private readonly events: Events,
  ) {}

  /** From `now` no second is accepted for the client. False: it was held for this already. */
  async place(tx: Tx, clientId: string, { cause, causeId }: HoldCause, now: Date): Promise<boolean> {
    await this.lock(tx, clientId);
    const fresh = await tx.query<unknown[]>(
      `insert into billing_hold (id, client_id, cause, cause_id, placed_at) values ($1, $2, $3, $4, $5)
       on conflict (cause, cause_id) where lifted_at is null do nothing returning id`,
      [randomUUIDv7(), clientId, cause, causeId, now],
    );
    if (fresh.length === 0) return false;
    const held = await this.write(tx, clientId);
    if (held?.getTime() === now.getTime()) await this.events.tell(tx, workSuspended(clientId, cause, causeId, now));
    return true;
  }

  /** Work goes on, unless there is another reason. False: it was not held for this. */
  async lift(tx: Tx, clientId: string, { cause, causeId }: HoldCause, now: Date): Promise<boolean> {
    await this.lock(tx, clientId);
    const lifted = await tx.query<unknown[]>(
      `with lifted as (
         update billing_hold set lifted_at = $3 where cause = $1 and cause_id = $2 and lifted_at is null returning id
       ) select id from lifted`,
      [cause, causeId, now],
    );
    if (lifted.length === 0) return false;
    if ((await this.write(tx, clientId)) === null) await this.events.tell(tx, workResumed(clientId, now));
    return true;
  }

  /** Two reasons that come or go at once: the later one sees the other. */
  private async lock(tx: Tx, clientId: string): Promise<void> {
    await tx.query(`insert into client_standing (client_id) values ($1) on conflict (client_id) do nothing`, [
      clientId,
    ]);
    await tx.query(`select from client_standing where client_id = $1 for no key update`, [clientId]);
  }

  private async write(tx: Tx, clientId: string): Promise<Date | null> {
    const [{ since }] = await tx.query<[{ since: Date | null }]>(
      `select min(placed_at) as since from billing_hold where client_id = $1 and lifted_at is null`,
      [clientId],
    );
    await this.standings.setBillingHold(tx, clientId, since);
    return since;
  }
}
