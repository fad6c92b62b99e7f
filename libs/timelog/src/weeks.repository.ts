import { Database } from '@app/database';
import { type Actor, Clock, Money, timeline, weekOf } from '@app/kernel';
import { whyNotWorkedFor } from '@app/profiles';
import { Injectable } from '@nestjs/common';

import { contractWeekId } from './contract-week-id.ts';
import type { DescribedWeek } from './described-week.ts';
import { WeekNotFound } from './timelog.errors.ts';
import { visibleTo } from './timelog.policy.ts';
import { CURRENT_CONTRACTS, type ContractRow, WEEKS, type WeekRow } from './weeks-view.queries.ts';
import { policyAt } from './weeks.queries.ts';

const MOST_PAST_WEEKS = 200;

/** Reads weeks: assistants their own, clients those of their own contracts. */
@Injectable()
export class Weeks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The week that runs now of every active contract, or of this one, worked in or not. */
  async current(actor: Actor, ofContract?: string): Promise<DescribedWeek[]> {
    const now = this.clock.now();
    const rows = await this.db.reader.query<WeekRow[]>(`${WEEKS} and cw.during @> $4::timestamptz`, [
      ...visibleTo(actor),
      now,
    ]);
    const worked = new Set(rows.map(({ contractId }) => contractId));
    const contracts = await this.db.reader.query<ContractRow[]>(CURRENT_CONTRACTS, visibleTo(actor));
    const unworked = contracts.filter(({ contractId }) => !worked.has(contractId));
    const weeks = [...rows.map(fromRow), ...(await this.asNotWorkedYet(unworked, now))];
    return weeks
      .filter(({ contractId }) => ofContract === undefined || contractId === ofContract)
      .toSorted((a, b) => a.client.name.localeCompare(b.client.name) || a.title.localeCompare(b.title));
  }

  /** Weeks that have ended, of every contract or of this one, newest first. */
  async past(actor: Actor, ofContract?: string): Promise<DescribedWeek[]> {
    const rows = await this.db.reader.query<WeekRow[]>(
      `${WEEKS} and upper(cw.during) <= $4 and ($6::uuid is null or w.contract_id = $6)
        order by upper(cw.during) desc, b.name, c.title limit $5`,
      [...visibleTo(actor), this.clock.now(), MOST_PAST_WEEKS, ofContract ?? null],
    );
    return rows.map(fromRow);
  }

  /** Throws `WeekNotFound` also for what the actor cannot see. */
  async find(actor: Actor, id: string): Promise<DescribedWeek> {
    const [row] = await this.db.reader.query<WeekRow[]>(`${WEEKS} and w.id = $4`, [...visibleTo(actor), id]);
    if (row) return fromRow(row);
    const contracts = await this.db.reader.query<ContractRow[]>(CURRENT_CONTRACTS, visibleTo(actor));
    const week = (await this.asNotWorkedYet(contracts, this.clock.now())).find((candidate) => candidate.id === id);
    if (!week) throw new WeekNotFound(id);
    return week;
  }

  /** A week gets its row with its first second. Until then it is told from the contract. */
  private async asNotWorkedYet(contracts: readonly ContractRow[], now: Date): Promise<DescribedWeek[]> {
    if (contracts.length === 0) return [];
    const policy = await policyAt(this.db.reader, now);
    return contracts.map(({ weeklyLimitMinutes, ...contract }) => {
      const week = weekOf(now, contract.zone);
      const { freezesAt, reviewEndsAt } = timeline(week, policy, 'new');
      return fromRow({
        ...contract,
        ...week,
        id: contractWeekId(contract.contractId, week.start),
        state: 'open',
        review: null,
        limitSeconds: weeklyLimitMinutes * 60,
        countedSeconds: 0,
        overLimitSeconds: 0,
        runningSince: null,
        freezesAt,
        reviewEndsAt: reviewEndsAt(week.end),
      });
    });
  }
}

function fromRow(row: WeekRow): DescribedWeek {
  const { rateCents, contractState, chargeable, billingHoldAt, suspendedAt, ...week } = row;
  const standing = { clientId: row.clientId, chargeable, billingHoldAt, suspendedAt };
  return {
    ...week,
    rate: Money.usd(rateCents),
    workable: contractState === 'active' && whyNotWorkedFor(standing) === null,
  };
}
