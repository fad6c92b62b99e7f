import { type Contract, contractCan, DescribeContracts, type DescribedContract } from '@app/hiring';
import { Clock, type User } from '@app/kernel';
import type { ContractView } from '@app/wire/hiring';
import { Injectable } from '@nestjs/common';

/** Contracts as both sides read them, and what the reader can do. */
@Injectable()
export class ContractPresenter {
  constructor(
    private readonly describe: DescribeContracts,
    private readonly clock: Clock,
  ) {}

  async many(actor: User, contracts: readonly Contract[]): Promise<ContractView[]> {
    const now = this.clock.now();
    return (await this.describe.run(contracts)).map((described) => present(actor, described, now));
  }

  async one(actor: User, contract: Contract): Promise<ContractView> {
    return present(actor, await this.describe.one(contract), this.clock.now());
  }
}

function present(
  actor: User,
  { contract, client, assistant, warnings, overcommitted }: DescribedContract,
  now: Date,
): ContractView {
  const { id, state, title, briefId, clientFeeBp, weeklyLimitMinutes } = contract;
  return {
    ...{ id, state, title, briefId, client, assistant, clientFeeBp, weeklyLimitMinutes },
    rateCents: contract.hourlyRate.cents,
    allInRateCents: contract.allInRate.cents,
    offeredAt: contract.offeredAt.toISOString(),
    offerExpiresAt: contract.offerExpiresAt.toISOString(),
    startedAt: contract.startedAt?.toISOString() ?? null,
    endedAt: contract.endedAt?.toISOString() ?? null,
    warnings: [...warnings],
    overcommitted,
    can: contractCan(actor, contract, now),
  };
}
