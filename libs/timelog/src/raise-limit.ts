import { randomUUIDv7 } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { allow, Clock, requireNotSuspended, requireVerified, type User } from '@app/kernel';
import { whyNotWorkedFor } from '@app/profiles';
import { Injectable } from '@nestjs/common';

import type { DescribedWeek } from './described-week.ts';
import { secondsAfter } from './time-range.ts';
import { ClientNotWorkedFor, LimitOnlyRises, WeekFrozen } from './timelog.errors.ts';
import { limitRaised } from './timelog.events.ts';
import { mayRaiseLimit } from './timelog.policy.ts';
import { Timesheets } from './timesheets.ts';
import { weeksById, weeksOf } from './weeks.queries.ts';
import { Weeks } from './weeks.repository.ts';
import { lockContract } from './worked-contract.ts';

const SECONDS_A_MINUTE = 60;

/** A client lets more of one week be worked: what lies over its limit is billed, as far as there is room for it now. */
@Injectable()
export class RaiseLimit {
  constructor(
    private readonly db: Database,
    private readonly weeks: Weeks,
    private readonly timesheets: Timesheets,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * `limitMinutes`: of this week alone; what it is already changes nothing. Throws `WeekNotFound`, Forbidden,
   * `WeekFrozen`, `LimitOnlyRises`, and why the client is not worked for at present.
   */
  async run(actor: User, weekId: string, limitMinutes: number): Promise<DescribedWeek> {
    const week = await this.weeks.find(actor, weekId);
    allow(mayRaiseLimit(actor, week), 'raise the limit of this week');
    requireVerified(actor);
    requireNotSuspended(actor, 'hiring');
    await this.db.transaction((tx) => this.raise(tx, actor, week, limitMinutes * SECONDS_A_MINUTE));
    return this.weeks.find(actor, weekId);
  }

  private async raise(tx: Tx, actor: User, { contractId, assistantId, start }: DescribedWeek, to: number) {
    const now = this.clock.now();
    await this.timesheets.lockAssistant(tx, assistantId);
    const contract = await lockContract(tx, actor, contractId);
    const reason = whyNotWorkedFor(contract.standing);
    if (reason) throw new ClientNotWorkedFor(reason);
    const [before] = await weeksOf(tx, contract, { start, end: secondsAfter(start, 1) });
    if (!before?.isOpen(now)) throw new WeekFrozen();
    if (to === before.limitSeconds) return;
    if (to < before.limitSeconds) throw new LimitOnlyRises(before.limitSeconds / SECONDS_A_MINUTE);

    await tx.query(RAISE, [before.id, to, randomUUIDv7(), before.limitSeconds, actor.userId, now]);
    const sheet = await this.timesheets.open(tx, await weeksById(tx, [before.id]), [], now);
    await this.timesheets.write(tx, sheet, actor.userId, now);
    await this.events.tell(tx, limitRaised(before.id, to));
  }
}

/** $1 week, $2 seconds from now on, $3 id, $4 seconds until now, $5 by whom, $6 when. */
const RAISE = `
  with raised as (update contract_week set limit_seconds = $2 where id = $1 and state = 'open' returning id)
  insert into week_limit_raise (id, contract_week_id, from_seconds, to_seconds, raised_by, raised_at)
  select $3, raised.id, $4::bigint, $2::bigint, $5::uuid, $6::timestamptz from raised`;
