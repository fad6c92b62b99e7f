import { Database, type Tx } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { ClaimedTransfer } from './claimed-transfer.ts';

export interface DueEarning {
  readonly id: string;
  readonly lineId: string;
  readonly clientId: string;
  readonly invoiceId: string;
  /** Null: the platform pays it, since no charge has, or since its charge is sent already. */
  readonly chargeId: string | null;
  readonly amount: Money;
  readonly releasesAt: Date;
}

interface DueRow extends Omit<DueEarning, 'amount'> {
  readonly amountCents: string;
}

interface ClaimedRow extends Omit<ClaimedTransfer, 'amount' | 'items' | 'recoveries'> {
  readonly amountCents: string;
  readonly recoveries: readonly { debtId: string; amountCents: number }[];
  readonly items: readonly { earningId: string; lineId: string; amountCents: number }[];
}

@Injectable()
export class Transfers {
  constructor(private readonly db: Database) {}

  async anythingToDo(): Promise<boolean> {
    const [{ any }] = await this.db.reader.query<[{ any: boolean }]>(
      `select exists (select from transfer where state = 'claimed')
           or exists (select from earning where state = 'due') as any`,
    );
    return any;
  }

  /** Assistants who have earnings due. */
  async assistantsDue(): Promise<string[]> {
    const rows = await this.db.reader.query<{ id: string }[]>(
      `select distinct assistant_id as id from earning where state = 'due' order by id`,
    );
    return rows.map(({ id }) => id);
  }

  /** What is due to the assistant, its rows locked until the transaction ends. */
  async lockDue(tx: Tx, assistantId: string): Promise<DueEarning[]> {
    const rows = await tx.query<DueRow[]>(
      `select e.id, e.line_id as "lineId", e.client_id as "clientId", e.invoice_id as "invoiceId",
              case when e.returns_debt_id is null then i.charge_id end as "chargeId", e.amount_cents as "amountCents", e.releases_at as "releasesAt"
         from earning e join invoice i on i.id = e.invoice_id
        where e.assistant_id = $1 and e.state = 'due' order by e.id for no key update of e`,
      [assistantId],
    );
    return rows.map(({ amountCents, ...row }) => ({ ...row, amount: Money.usd(Number(amountCents)) }));
  }

  async add(tx: Tx, transfer: ClaimedTransfer): Promise<void> {
    const { id, assistantId, clientId, invoiceId, chargeId, amount, recoveries, claimedAt, items } = transfer;
    const recovered = Money.sum(recoveries.map((recovery) => recovery.amount));
    await tx.query(
      `insert into transfer (id, assistant_id, client_id, invoice_id, charge_id, amount_cents, recovered_cents, state, state_at, claimed_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'claimed', $8, $8)`,
      [id, assistantId, clientId, invoiceId, chargeId, amount.cents, recovered.cents, claimedAt],
    );
    await tx.query(
      `insert into transfer_item (transfer_id, earning_id, amount_cents, live)
       select $1, earning_id, amount_cents, true from unnest($2::uuid[], $3::bigint[]) as item (earning_id, amount_cents)`,
      [id, items.map(({ earningId }) => earningId), items.map((item) => item.amount.cents)],
    );
    await tx.query(
      `insert into debt_recovery (transfer_id, debt_id, amount_cents, live)
       select $1, debt_id, amount_cents, true from unnest($2::uuid[], $3::bigint[]) as recovery (debt_id, amount_cents)`,
      [id, recoveries.map(({ debtId }) => debtId), recoveries.map((recovery) => recovery.amount.cents)],
    );
  }

  /** Those that an earlier process left in the middle, or of which Stripe said nothing clear. */
  async claimed(): Promise<ClaimedTransfer[]> {
    const rows = await this.db.reader.query<ClaimedRow[]>(
      `select t.id, t.assistant_id as "assistantId", t.client_id as "clientId", t.invoice_id as "invoiceId",
              t.charge_id as "chargeId", p.stripe_account_id as destination, t.amount_cents as "amountCents",
              t.claimed_at as "claimedAt",
              coalesce((select jsonb_agg(jsonb_build_object('debtId', r.debt_id, 'amountCents', r.amount_cents) order by r.debt_id)
                          from debt_recovery r where r.transfer_id = t.id), '[]') as recoveries,
              jsonb_agg(jsonb_build_object('earningId', e.id, 'lineId', e.line_id, 'amountCents', x.amount_cents) order by e.id) as items
         from transfer t join payee p on p.id = t.assistant_id
         join transfer_item x on x.transfer_id = t.id join earning e on e.id = x.earning_id
        where t.state = 'claimed' group by t.id, p.stripe_account_id order by t.claimed_at, t.id`,
    );
    return rows.map(({ amountCents, items, recoveries, ...row }) => ({
      ...row,
      amount: Money.usd(Number(amountCents)),
      recoveries: recoveries.map((recovery) => ({ ...recovery, amount: Money.usd(recovery.amountCents) })),
      items: items.map((item) => ({ ...item, amount: Money.usd(item.amountCents) })),
    }));
  }

  /** False: it was settled by somebody else. Locks the row. */
  async isClaimed(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `select from transfer where id = $1 and state = 'claimed' for no key update`,
      [id],
    );
    return rows.length > 0;
  }

  async sent(tx: Tx, id: string, stripeId: string, now: Date): Promise<void> {
    await tx.query(`update transfer set state = 'sent', stripe_id = $2, state_at = $3 where id = $1`, [
      id,
      stripeId,
      now,
    ]);
  }

  /** Its items are no longer live: their earnings may go with another transfer, and nothing was kept back of them. */
  async failed(tx: Tx, id: string, why: string, now: Date): Promise<void> {
    await tx.query(`update transfer set state = 'failed', failure = $2, state_at = $3 where id = $1`, [id, why, now]);
    await tx.query(`update transfer_item set live = false where transfer_id = $1`, [id]);
    await tx.query(`update debt_recovery set live = false where transfer_id = $1`, [id]);
  }

  /** Earnings blocked for one of these reasons, locked. Without an assistant: anybody's, blocked no later than then. */
  async lockBlocked(
    tx: Tx,
    reasons: readonly string[],
    {
      assistantId = null,
      before = null,
      unheld = false,
    }: { assistantId?: string | null; before?: Date | null; unheld?: boolean },
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select id from earning
        where state = 'blocked' and blocked_reason = any($1::text[])
          and ($2::uuid is null or assistant_id = $2) and ($3::timestamptz is null or state_at <= $3)
          and (not $4 or live_holds = 0)
        order by id for no key update`,
      [reasons, assistantId, before, unheld],
    );
    return rows.map(({ id }) => id);
  }

  async blockedForBalanceSince(): Promise<Date | null> {
    const [{ since }] = await this.db.reader.query<[{ since: Date | null }]>(
      `select min(state_at) as since from earning where state = 'blocked' and blocked_reason = 'platform_balance'`,
    );
    return since;
  }
}
