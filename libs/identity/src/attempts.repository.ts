import { createHash } from 'node:crypto';

import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import { TooManyAttempts } from './identity.errors.ts';

const HOUR_MS = 3_600_000;
/** Rows of nobody's interest any more that each try takes away, so that the table stays as small as its traffic. */
const FORGOTTEN_A_TRY = 10;

/** What may be tried how often: at most `most` times in any 60 minutes. */
export interface Budget {
  readonly what: string;
  readonly of: string;
  readonly most: number;
}

/** How often things were tried lately, counted in the database: all processes of the api share it. */
@Injectable()
export class Attempts {
  /** Counts a try against each budget, or against none when one is used up: then throws `TooManyAttempts`. */
  async spend(tx: Tx, budgets: readonly Budget[], now: Date): Promise<void> {
    for (const budget of budgets) {
      if (!(await this.#spendOne(tx, budget, now))) throw new TooManyAttempts(await this.#freeAfter(tx, budget, now));
    }
  }

  /** Takes back a try of that instant: it was no guess. */
  async giveBack(tx: Tx, budgets: readonly Budget[], triedAt: Date): Promise<void> {
    for (const budget of budgets) {
      await tx.query(
        `update attempt_budget
            set tried_at = tried_at[:array_position(tried_at, $2::timestamptz) - 1]
                        || tried_at[array_position(tried_at, $2::timestamptz) + 1:]
          where key = $1 and array_position(tried_at, $2::timestamptz) is not null`,
        [keyOf(budget), triedAt],
      );
    }
  }

  /** One statement, so that of tries at once no more than the budget get through: each sees the row as the last left it. */
  async #spendOne(tx: Tx, budget: Budget, now: Date): Promise<boolean> {
    const counted = await tx.query<unknown[]>(
      `with forgotten as (
         delete from attempt_budget where key in (
           select key from attempt_budget where forget_at <= $2 and key <> $1
            order by forget_at limit ${FORGOTTEN_A_TRY} for update skip locked)
       )
       insert into attempt_budget as b (key, tried_at, forget_at) values ($1, array[$2::timestamptz], $5)
       on conflict (key) do update
          set tried_at = array(select t from unnest(b.tried_at) t where t > $3) || $2::timestamptz,
              forget_at = greatest(b.forget_at, excluded.forget_at)
        where (select count(*) from unnest(b.tried_at) t where t > $3) < $4
       returning 1`,
      [keyOf(budget), now, hoursFrom(now, -1), budget.most, hoursFrom(now, 1)],
    );
    return counted.length > 0;
  }

  /** Seconds until the oldest of the tries that fill the budget is an hour old. */
  async #freeAfter(tx: Tx, budget: Budget, now: Date): Promise<number> {
    const [oldest] = await tx.query<{ at: Date }[]>(
      `select t as at from attempt_budget, unnest(tried_at) t where key = $1 and t > $2
        order by t desc offset $3 limit 1`,
      [keyOf(budget), hoursFrom(now, -1), budget.most - 1],
    );
    const free = hoursFrom(oldest?.at ?? now, 1);
    return Math.max(1, Math.ceil((free.getTime() - now.getTime()) / 1000));
  }
}

function hoursFrom(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * HOUR_MS);
}

/** A hash: the table is no list of who signs in from where. */
function keyOf({ what, of }: Budget): Buffer {
  return createHash('sha256').update(`${what}\n${of}`).digest();
}
