import type { TimeRange, Tx } from '@app/database';
import { ContractNotFound, type ContractState } from '@app/hiring';
import { type Actor, allow, requireNotSuspended } from '@app/kernel';
import { type ClientStanding, whyNotWorkedFor } from '@app/profiles';

import { ClientNotWorkedFor, ContractNotActive } from './timelog.errors.ts';
import { mayLog, visibleTo } from './timelog.policy.ts';

/** A contract as far as time is concerned. */
export interface WorkedContract {
  readonly id: string;
  readonly clientId: string;
  readonly assistantId: string;
  readonly state: ContractState;
  readonly startedAt: Date | null;
  readonly rateCents: number;
  readonly weeklyLimitMinutes: number;
  readonly clientZone: string;
  readonly standing: ClientStanding;
  /** Nothing was to be worked then. */
  readonly pauses: readonly TimeRange[];
}

interface ContractRow extends Omit<WorkedContract, 'standing' | 'pauses'>, ClientStanding {
  readonly clientId: string;
  readonly paused: readonly { start: string; end: string | null }[] | null;
}

/** The contract, which nobody ends until the transaction does. What the actor cannot see does not exist. */
export async function lockContract(tx: Tx, actor: Actor, id: string): Promise<WorkedContract> {
  const [row] = await tx.query<ContractRow[]>(
    `select c.id, c.client_id as "clientId", c.assistant_id as "assistantId", c.state, c.started_at as "startedAt",
            c.rate_cents::int as "rateCents", c.weekly_limit_minutes as "weeklyLimitMinutes", b.zone as "clientZone",
            coalesce(s.chargeable, false) as chargeable, s.billing_hold_at as "billingHoldAt",
            s.suspended_at as "suspendedAt",
            (select json_agg(json_build_object('start', p.began_at, 'end', p.ended_at) order by p.began_at)
               from contract_pause p where p.contract_id = c.id) as paused
       from contract c join business b on b.id = c.client_id left join client_standing s on s.client_id = c.client_id
      where c.id = $4 and ($1 or c.assistant_id = $2 or c.client_id = any($3))
        for share of c`,
    [...visibleTo(actor), id],
  );
  if (!row) throw new ContractNotFound(id);
  const { chargeable, billingHoldAt, suspendedAt, paused, ...contract } = row;
  const pauses = (paused ?? []).map(({ start, end }) => ({
    start: new Date(start),
    end: end === null ? null : new Date(end),
  }));
  return { ...contract, pauses, standing: { clientId: row.clientId, chargeable, billingHoldAt, suspendedAt } };
}

/** Throws unless the actor may log time on it today: `contract_not_active`, `card_missing`, `billing_hold`, `client_suspended`. */
export function assertWorkable(actor: Actor, contract: WorkedContract): void {
  allow(mayLog(actor, contract), 'log time on this contract');
  requireNotSuspended(actor, 'assisting');
  if (contract.state !== 'active') throw new ContractNotActive(contract.state);
  const reason = whyNotWorkedFor(contract.standing);
  if (reason) throw new ClientNotWorkedFor(reason);
}
