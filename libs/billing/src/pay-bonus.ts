import { randomUUIDv7 } from 'node:crypto';

import { Database, toRange, type Tx } from '@app/database';
import { Events, IdempotencyKeys } from '@app/delivery';
import {
  actsFor,
  allow,
  Clock,
  Conflict,
  type CyclePolicy,
  Money,
  NotFound,
  requireNotSuspended,
  requireVerified,
  timeline,
  type User,
  weekOf,
} from '@app/kernel';
import { Standings } from '@app/profiles';
import { Injectable } from '@nestjs/common';

import { bonusGiven } from './billing.events.ts';
import { mayPayBonus } from './billing.policy.ts';
import { Bonus } from './bonus.entity.ts';

const UNTIL_DAYS_AFTER_END = 180;
const DAY_MS = 24 * 3_600_000;

export interface NewBonus {
  readonly contractId: string;
  /** Cents: at least 100. */
  readonly amountCents: number;
  readonly note: string;
}

interface Rewarded {
  clientId: string;
  assistantId: string;
  state: 'offered' | 'active' | 'paused' | 'ended' | 'declined' | 'withdrawn' | 'expired';
  startedAt: Date | null;
  endedAt: Date | null;
  zone: string;
}

/** A client pays an assistant something on top. No review, the ordinary hold, until half a year after the contract's end. */
@Injectable()
export class PayBonus {
  constructor(
    private readonly db: Database,
    private readonly standings: Standings,
    private readonly keys: IdempotencyKeys,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `contract_not_found`, Forbidden, `bonus_not_possible`, `no_chargeable_card`. */
  async run(actor: User, bonus: NewBonus, key: string): Promise<{ value: Bonus; repeated: boolean }> {
    requireVerified(actor);
    const request = { userId: actor.userId, key, request: { verb: 'pay_bonus', ...bonus } };
    return this.db.transaction(async (tx) => {
      const before = await this.keys.claim(tx, request);
      if (before !== null) return { value: await tx.findOneByOrFail(Bonus, { id: before }), repeated: true };
      const contract = await this.contract(tx, actor, bonus.contractId);
      const now = this.clock.now();
      requireInTime(contract, now);
      const { chargeable, billingHoldAt } = await this.standings.lockOfClient(tx, contract.clientId);
      if (!chargeable || billingHoldAt !== null) throw new NoChargeableCard();

      const given = tx.create(Bonus, {
        ...{
          id: randomUUIDv7(),
          contractId: bonus.contractId,
          note: bonus.note,
          amountCents: Money.usd(bonus.amountCents),
        },
        ...{ clientId: contract.clientId, assistantId: contract.assistantId, givenBy: actor.userId, givenAt: now },
        ...{ clientWeekId: await weekAt(tx, contract, now), lineId: null },
      });
      await tx.insert(Bonus, given);
      await this.keys.settle(tx, request, given.id);
      await this.events.tell(tx, bonusGiven(given));
      return { value: given, repeated: false };
    });
  }

  private async contract(tx: Tx, actor: User, id: string): Promise<Rewarded> {
    const [contract] = await tx.query<Rewarded[]>(
      `select c.client_id as "clientId", c.assistant_id as "assistantId", c.state, c.started_at as "startedAt",
              c.ended_at as "endedAt", b.zone
         from contract c join business b on b.id = c.client_id where c.id = $1`,
      [id],
    );
    const sees = contract && (contract.assistantId === actor.userId || actsFor(actor, contract.clientId));
    if (!sees) throw new ContractNotFound(id);
    allow(mayPayBonus(actor, contract.clientId), 'pay a bonus for this business');
    requireNotSuspended(actor, 'hiring');
    return contract;
  }
}

function requireInTime({ startedAt, endedAt }: Rewarded, now: Date): void {
  const isOver = endedAt !== null && now.getTime() - endedAt.getTime() > UNTIL_DAYS_AFTER_END * DAY_MS;
  if (startedAt === null || isOver) throw new BonusNotPossible();
}

/** The client's week of that instant, made when nobody has worked in it. */
async function weekAt(tx: Tx, { clientId, zone }: Rewarded, now: Date): Promise<string> {
  const week = weekOf(now, zone);
  const [policy] = await tx.query<[CyclePolicy]>(
    `select freeze_hour as "freezeHour", review_ends_day as "reviewEndsDay", shortest_review_hours as "shortestReviewHours",
            hold_days as "holdDays"
       from cycle_policy where effective_from <= $1 order by effective_from desc limit 1`,
    [week.start],
  );
  const { freezesAt, reviewEndsAt } = timeline(week, policy, 'new');
  await tx.query(
    `insert into client_week (id, client_id, during, zone, freezes_at, review_until)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [randomUUIDv7(), clientId, toRange(week), week.zone, freezesAt, reviewEndsAt(week.end)],
  );
  const [{ id }] = await tx.query<[{ id: string }]>(
    `select id from client_week where client_id = $1 and during @> $2::timestamptz`,
    [clientId, now],
  );
  return id;
}

class ContractNotFound extends NotFound {
  constructor(id: string) {
    super('contract_not_found', `There is no contract ${id}.`);
  }
}

class BonusNotPossible extends Conflict {
  constructor() {
    super(
      'bonus_not_possible',
      `A bonus is for work that has begun, until ${UNTIL_DAYS_AFTER_END} days after its end.`,
      {
        days: UNTIL_DAYS_AFTER_END,
      },
    );
  }
}

class NoChargeableCard extends Conflict {
  constructor() {
    super('no_chargeable_card', 'There is no card that can be charged. Save one first.');
  }
}
