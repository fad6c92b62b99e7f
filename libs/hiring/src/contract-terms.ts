import { Database, type Tx } from '@app/database';
import { type Actor, Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ContractNotFound } from './contract.errors.ts';
import type { ContractState } from './contract.state.ts';

/** What logging and billing an hour needs to know of its contract. */
export interface ContractTerms {
  readonly contractId: string;
  readonly state: ContractState;
  readonly title: string;
  readonly hourlyRate: Money;
  readonly weeklyLimitMinutes: number;
  readonly clientFeeBp: number;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** `zone` is the one in which the client's weeks run. */
  readonly client: { readonly id: string; readonly name: string; readonly zone: string };
  readonly assistant: { readonly id: string; readonly name: string; readonly zone: string };
}

type Row = Omit<ContractTerms, 'hourlyRate'> & { rateCents: string };

/** Reads terms in one statement: this is on the way of every second that is logged. */
@Injectable()
export class Terms {
  constructor(private readonly db: Database) {}

  /** Throws `ContractNotFound` also for what the actor cannot see. Pass the `tx` to see what it sees. */
  find(actor: Actor, contractId: string, from: EntityManager = this.db.reader): Promise<ContractTerms> {
    return read(from, actor, contractId, '');
  }

  /** The same, and the contract cannot move or end until the transaction does. */
  lock(tx: Tx, actor: Actor, contractId: string): Promise<ContractTerms> {
    return read(tx, actor, contractId, 'for share of c');
  }
}

async function read(
  from: EntityManager,
  actor: Actor,
  contractId: string,
  locking: '' | 'for share of c',
): Promise<ContractTerms> {
  const everything = actor.kind !== 'user';
  const [row] = await from.query<Row[]>(
    `select c.id as "contractId", c.state, c.title, c.rate_cents as "rateCents", c.weekly_limit_minutes as "weeklyLimitMinutes",
            c.client_fee_bp as "clientFeeBp", c.started_at as "startedAt", c.ended_at as "endedAt",
            json_build_object('id', b.id, 'name', b.name, 'zone', b.zone) as client,
            json_build_object('id', a.id, 'name', a.name, 'zone', a.zone) as assistant
       from contract c join business b on b.id = c.client_id join account a on a.id = c.assistant_id
      where c.id = $1 and ($2 or c.assistant_id = $3 or c.client_id = any($4)) ${locking}`,
    [
      contractId,
      everything,
      everything ? null : actor.userId,
      everything ? [] : actor.businesses.map((business) => business.id),
    ],
  );
  if (!row) throw new ContractNotFound(contractId);
  const { rateCents, ...terms } = row;
  return { ...terms, hourlyRate: Money.usd(Number(rateCents)) };
}
