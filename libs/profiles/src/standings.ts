import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { ClientStanding, PayeeStanding, PersonStanding } from './standing.policy.ts';

const CLIENT = `client_id as "clientId", chargeable, billing_hold_at as "billingHoldAt", suspended_at as "suspendedAt"`;

/** How both sides stand with money: billing and payouts write it in their own transactions, the libs between read it. */
@Injectable()
export class Standings {
  constructor(private readonly db: Database) {}

  /** A client nobody has written about has no card yet. Pass the `tx` to see what it sees. */
  async ofClient(clientId: string, from: EntityManager = this.db.reader): Promise<ClientStanding> {
    const [standing] = await from.query<ClientStanding[]>(
      `select ${CLIENT} from client_standing where client_id = $1`,
      [clientId],
    );
    return standing ?? cardless(clientId);
  }

  /** The same, and nobody changes it until the transaction ends: a hold and a second of work never cross. */
  async lockOfClient(tx: Tx, clientId: string): Promise<ClientStanding> {
    const [standing] = await tx.query<ClientStanding[]>(
      `select ${CLIENT} from client_standing where client_id = $1 for share`,
      [clientId],
    );
    return standing ?? cardless(clientId);
  }

  async ofPayee(assistantId: string, from: EntityManager = this.db.reader): Promise<PayeeStanding> {
    const [standing] = await from.query<PayeeStanding[]>(
      `select assistant_id as "assistantId", payable from payee_standing where assistant_id = $1`,
      [assistantId],
    );
    return standing ?? { assistantId, payable: false };
  }

  async setChargeable(tx: Tx, clientId: string, chargeable: boolean): Promise<void> {
    await tx.query(
      `insert into client_standing (client_id, chargeable) values ($1, $2)
       on conflict (client_id) do update set chargeable = excluded.chargeable`,
      [clientId, chargeable],
    );
  }

  /** From `at` no second is accepted for this client; null lifts the hold. */
  async setBillingHold(tx: Tx, clientId: string, at: Date | null): Promise<void> {
    await tx.query(
      `insert into client_standing (client_id, billing_hold_at) values ($1, $2)
       on conflict (client_id) do update set billing_hold_at = excluded.billing_hold_at`,
      [clientId, at],
    );
  }

  /** From `at` the business may not hire and nobody works for it; null: it may again. */
  async setClientSuspended(tx: Tx, clientId: string, at: Date | null): Promise<void> {
    await tx.query(
      `insert into client_standing (client_id, suspended_at) values ($1, $2)
       on conflict (client_id) do update set suspended_at = excluded.suspended_at`,
      [clientId, at],
    );
  }

  async ofPerson(accountId: string, from: EntityManager = this.db.reader): Promise<PersonStanding> {
    const [standing] = await from.query<PersonStanding[]>(
      `select account_id as "accountId", hiring_suspended_at as "hiringSuspendedAt",
              assisting_suspended_at as "assistingSuspendedAt", payouts_suspended_at as "payoutsSuspendedAt"
         from person_standing where account_id = $1`,
      [accountId],
    );
    const unsuspended = { hiringSuspendedAt: null, assistingSuspendedAt: null, payoutsSuspendedAt: null };
    return standing ?? { accountId, ...unsuspended };
  }

  async setPerson(tx: Tx, standing: PersonStanding): Promise<void> {
    const { accountId, hiringSuspendedAt, assistingSuspendedAt, payoutsSuspendedAt } = standing;
    await tx.query(
      `insert into person_standing (account_id, hiring_suspended_at, assisting_suspended_at, payouts_suspended_at)
       values ($1, $2, $3, $4)
       on conflict (account_id) do update set hiring_suspended_at = excluded.hiring_suspended_at,
         assisting_suspended_at = excluded.assisting_suspended_at, payouts_suspended_at = excluded.payouts_suspended_at`,
      [accountId, hiringSuspendedAt, assistingSuspendedAt, payoutsSuspendedAt],
    );
  }

  async setPayable(tx: Tx, assistantId: string, payable: boolean): Promise<void> {
    await tx.query(
      `insert into payee_standing (assistant_id, payable) values ($1, $2)
       on conflict (assistant_id) do update set payable = excluded.payable`,
      [assistantId, payable],
    );
  }
}

function cardless(clientId: string): ClientStanding {
  return { clientId, chargeable: false, billingHoldAt: null, suspendedAt: null };
}
