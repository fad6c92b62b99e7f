import {
  Briefs,
  type Contract,
  contractCan,
  ContractHistory,
  DescribeContracts,
  type DescribedContract,
} from '@app/hiring';
import { Clock, type User } from '@app/kernel';
import { LimitRaises } from '@app/timelog';
import type { ContractDetail, ContractHappening, ContractView } from '@app/wire/hiring';
import { Injectable } from '@nestjs/common';

/** Contracts as both sides read them, and what the reader can do. */
@Injectable()
export class ContractPresenter {
  constructor(
    private readonly describe: DescribeContracts,
    private readonly briefs: Briefs,
    private readonly history: ContractHistory,
    private readonly raises: LimitRaises,
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
    return {
      ...(await this.one(actor, contract)),
      brief: brief && { id: brief.id, title: brief.title, description: brief.description },
      history: await this.historyOf(actor, contract),
    };
  }

  /** Its moves, and the limits of its weeks as they were raised meanwhile. */
  private async historyOf(actor: User, contract: Contract): Promise<ContractHappening[]> {
    const moves = (await this.history.of(contract)).map((move) => ({ ...move, raised: null }));
    const raises = (await this.raises.of(actor, contract.id)).map(({ at, name, week, fromMinutes, toMinutes }) => ({
      ...({ kind: 'limit_raised', at, side: 'client', name } as const),
      raised: { fromMinutes, toMinutes, week: onWire(week) },
    }));
    return [...moves, ...raises]
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ at, ...happening }) => ({ ...happening, at: at.toISOString() }));
  }
}

function onWire({ start, end, zone }: { start: Date; end: Date; zone: string }) {
  return { start: start.toISOString(), end: end.toISOString(), zone };
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
