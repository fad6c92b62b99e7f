import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Contract } from './contract.entity.ts';
import { type Overcommitment, overcommitmentOf, overcommitmentSays } from './overcommitment.ts';

interface Party {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
}

/** A contract as both sides read it. */
export interface DescribedContract {
  readonly contract: Contract;
  readonly client: Party;
  readonly assistant: Party;
  /** Sentences that both sides should read before they agree. */
  readonly warnings: readonly string[];
  readonly overcommitted: Overcommitment | null;
}

interface Row {
  readonly id: string;
  readonly client: Party;
  readonly assistant: Party;
  readonly capacityMinutes: number | null;
  readonly promisedElsewhere: string;
}

/** Names, zones and warnings of contracts that the caller was allowed to read. */
@Injectable()
export class DescribeContracts {
  constructor(private readonly db: Database) {}

  /** In the order given. Pass the `tx` to see what it sees. */
  async run(contracts: readonly Contract[], from: EntityManager = this.db.reader): Promise<DescribedContract[]> {
    const rows = await from.query<Row[]>(
      `select c.id, json_build_object('id', b.id, 'name', b.name, 'zone', b.zone) as client,
              json_build_object('id', a.id, 'name', a.name, 'zone', a.zone) as assistant,
              p.capacity_minutes as "capacityMinutes",
              (select coalesce(sum(other.weekly_limit_minutes), 0) from contract other
                where other.assistant_id = c.assistant_id and other.state = 'active' and other.id <> c.id) as "promisedElsewhere"
         from contract c join business b on b.id = c.client_id join account a on a.id = c.assistant_id
         left join assistant_profile p on p.account_id = c.assistant_id
        where c.id = any($1)`,
      [contracts.map(({ id }) => id)],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return contracts.map((contract) => describe(contract, byId.get(contract.id)));
  }

  async one(contract: Contract, from: EntityManager = this.db.reader): Promise<DescribedContract> {
    const [described] = await this.run([contract], from);
    if (!described) throw new Error(`Contract ${contract.id} is not stored`);
    return described;
  }
}

function describe(contract: Contract, row: Row | undefined): DescribedContract {
  if (!row) throw new Error(`Contract ${contract.id} is not stored`);
  const { client, assistant } = row;
  const freeMinutes = row.capacityMinutes === null ? null : row.capacityMinutes - Number(row.promisedElsewhere);
  const overcommitted = overcommitmentOf(contract, freeMinutes);
  const warnings = overcommitted ? [overcommitmentSays(contract, assistant.name, overcommitted)] : [];
  return { contract, client, assistant, warnings, overcommitted };
}
