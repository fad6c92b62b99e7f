import {
  Briefs,
  type Contract,
  contractCan,
  ContractHistory,
  DescribeContracts,
  type DescribedContract,
} from '@app/hiring';
import { Clock, type User } from '@app/kernel';
import type { ContractDetail, ContractView } from '@app/wire/hiring';
import { Injectable } from '@nestjs/common';

/** Contracts as both sides read them, and what the reader can do. */
@Injectable()
export class ContractPresenter {
  constructor(
    private readonly describe: DescribeContracts,
    private readonly briefs: Briefs,
    private readonly history: ContractHistory,
    private readonly clock: Clock,
  ) {}

  async many(actor: User, contracts: readonly Contract[]): Promise<ContractView[]> {
    const now = this.clock.now();
    return (await this.describe.run(contracts)).map((described) => present(actor, described, now));
  }

  async one(actor: User, contract: Contract): Promise<ContractView> {
    return present(actor, await this.describe.one(contract), this.clock.now());
  }

  async inDetail(actor: User, contract: Contract): Promise<ContractDetail> {
    const brief = await this.briefs.of(contract);
    const history = await this.history.of(contract);
    return {
      ...(await this.one(actor, contract)),
      brief: brief && { id: brief.id, title: brief.title, description: brief.description },
      history: history.map(({ at, ...happening }) => ({ ...happening, at: at.toISOString() })),
    };
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
