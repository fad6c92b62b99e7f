import { EndHold } from '@app/billing';
import { Database, type Tx } from '@app/database';
import { Clock, Money, type Sweep, step } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Chargeback } from './chargeback.entity.ts';
import { isFinal } from './chargeback.state.ts';
import { Chargebacks } from './chargebacks.repository.ts';
import { ChargebackLosses } from './chargeback-losses.ts';

interface Standing {
  /** Withdrawn less reinstated, as far as it was seen in Stripe's balance. */
  readonly seen: Money;
  /** Of that, what nobody bears yet; below zero: what came back of it. */
  readonly held: Money;
  readonly reinstated: boolean;
}

/**
 * What a chargeback took is borne by somebody once it is decided, and given back to them when it comes back. Driven by
 * what was seen in Stripe's balance and by nothing else: run again at any time, in any order, it ends at the same place.
 */
@Injectable()
export class SettleChargebacks implements Sweep {
  readonly name = 'disputes.settle-chargebacks';

  constructor(
    private readonly db: Database,
    private readonly chargebacks: Chargebacks,
    private readonly losses: ChargebackLosses,
    private readonly endHold: EndHold,
    private readonly clock: Clock,
  ) {}

  /** How many were settled. */
  async run(): Promise<number> {
    let settled = 0;
    for (const { id } of await this.db.reader.query<{ id: string }[]>(UNSETTLED)) {
      const done = await this.db.transaction((tx) => this.settle(tx, id));
      if (done) step.reached('chargeback.settled');
      settled += Number(done);
    }
    return settled;
  }

  /** Stripe's balance says when. */
  nextDueAt(): Promise<Date | null> {
    return Promise.resolve(null);
  }

  private async settle(tx: Tx, id: string): Promise<boolean> {
    const chargeback = await this.chargebacks.lock(tx, id);
    if (!isFinal(chargeback.state)) return false;
    const standing = await this.standing(tx, chargeback.stripeId);
    if (this.mustWait(chargeback, standing)) return false;
    const now = this.clock.now();
    // Whatever the assistant is to bear was held until now.
    await this.endHold.ofCause(tx, { kind: 'chargeback', id }, now);
    if (standing.held.cents > 0 && !(await this.losses.bear(tx, chargeback, standing.held, now))) return false;
    const back = Money.usd(-standing.held.cents);
    if (back.cents > 0 && !(await this.losses.giveBack(tx, chargeback, back, now))) return false;
    await this.letRefundsGo(tx, chargeback.invoiceId);
    return true;
  }

  /** Stripe has moved what we have not seen yet, or will: what is won comes back. */
  private mustWait({ state, outCents }: Chargeback, { seen, held, reinstated }: Standing): boolean {
    if (seen.cents !== outCents.cents) return true;
    return state !== 'lost' && held.cents > 0 && !reinstated;
  }

  private async standing(tx: Tx, stripeId: string): Promise<Standing> {
    const [row] = await tx.query<[{ seen: string; held: string; reinstated: boolean }]>(
      `select coalesce(sum(p.amount_cents) filter (where j.kind in ('J14', 'J15')), 0) as seen,
              coalesce(sum(p.amount_cents), 0) as held, coalesce(bool_or(j.kind = 'J15'), false) as reinstated
         from posting p join journal j on j.id = p.journal_id
        where p.account = 'chargeback_held' and p.stripe_id = $1`,
      [stripeId],
    );
    return { seen: Money.usd(Number(row.seen)), held: Money.usd(Number(row.held)), reinstated: row.reinstated };
  }

  /** No other bank has a hand on the same charge. */
  private async letRefundsGo(tx: Tx, invoiceId: string): Promise<void> {
    await tx.query(
      `update invoice set charge_disputed_at = null
        where id = $1 and not exists (select from chargeback where invoice_id = $1 and state in ('needs_response', 'under_review'))`,
      [invoiceId],
    );
  }
}

/** Decided, and either not borne yet, come back since, or still keeping refunds. */
const UNSETTLED = `
  select c.id from chargeback c join invoice i on i.id = c.invoice_id
    left join lateral (select sum(p.amount_cents) as cents from posting p
                        where p.account = 'chargeback_held' and p.stripe_id = c.stripe_id) held on true
   where c.state in ('lost', 'won', 'prevented')
     and (coalesce(held.cents, 0) <> 0
       or i.charge_disputed_at is not null and not exists (
            select from chargeback o where o.invoice_id = i.id and o.state in ('needs_response', 'under_review')))
   order by c.opened_at, c.id`;
