import type { Tx } from '@app/database';
import { Money, type Staff } from '@app/kernel';
import type { DisputeAtStripe } from '@app/stripe';
import { Injectable } from '@nestjs/common';

import { BarredFromDeciding } from '../dispute.errors.ts';
import { Chargeback } from './chargeback.entity.ts';
import { ChargebackNotFound } from './chargeback.errors.ts';
import type { LineShare } from './line-shares.ts';

interface ShareRow {
  readonly lineId: string;
  readonly amount: string;
  readonly fee: string;
}

export interface InvoiceOfCharge {
  readonly id: string;
  readonly clientId: string;
}

const lock = { mode: 'for_no_key_update' } as const;

@Injectable()
export class Chargebacks {
  /** The invoice that this charge paid, locked: first of all, as whatever moves its money does. Null: not one of ours. */
  async lockInvoice(tx: Tx, chargeId: string): Promise<InvoiceOfCharge | null> {
    const [invoice] = await tx.query<InvoiceOfCharge[]>(
      `select id, client_id as "clientId" from invoice where charge_id = $1 for no key update`,
      [chargeId],
    );
    return invoice ?? null;
  }

  /** With its invoice, which is locked before it. Throws `ChargebackNotFound`. */
  async lock(tx: Tx, id: string): Promise<Chargeback> {
    const found = await tx.findOneBy(Chargeback, { id });
    if (!found) throw new ChargebackNotFound(id);
    await this.lockInvoice(tx, found.chargeId);
    return tx.findOneOrFail(Chargeback, { where: { id }, lock });
  }

  /** The same, for a member of staff who is not, and was not, party to it. Throws `BarredFromDeciding` too. */
  async lockFor(tx: Tx, staff: Staff, id: string): Promise<Chargeback> {
    const chargeback = await this.lock(tx, id);
    const [{ party }] = await tx.query<[{ party: boolean }]>(PARTY, [staff.userId, chargeback.clientId]);
    if (party) throw new BarredFromDeciding('party');
    return chargeback;
  }

  findByStripeId(tx: Tx, stripeId: string): Promise<Chargeback | null> {
    return tx.findOne(Chargeback, { where: { stripeId }, lock });
  }

  /** Nothing, when the last fact said the same. */
  async addFact(tx: Tx, { id }: Chargeback, read: DisputeAtStripe, now: Date): Promise<boolean> {
    const fresh = await tx.query<unknown[]>(
      `insert into chargeback_fact (chargeback_id, status, amount_cents, out_cents, transactions, submissions, seen_at)
       select $1, $2, $3, $4, $5, $6, $7
        where not exists (select from chargeback_fact
                           where chargeback_id = $1 and status = $2 and amount_cents = $3 and out_cents = $4
                             and transactions = $5 and submissions = $6)
       returning id`,
      [id, read.status, read.amount.cents, read.out.cents, read.transactionIds, read.submissions, now],
    );
    return fresh.length > 0;
  }

  /** Each line of the invoice as far as nothing else has taken it: neither credit, nor refund, nor another chargeback. */
  async linesLeft(tx: Tx, invoiceId: string, chargebackId: string): Promise<LineShare[]> {
    return toShares(await tx.query<ShareRow[]>(LINES_LEFT, [invoiceId, chargebackId]));
  }

  async lines(tx: Tx, chargebackId: string): Promise<LineShare[]> {
    const rows = await tx.query<ShareRow[]>(
      `select line_id as "lineId", amount_cents as amount, fee_cents as fee from chargeback_line
        where chargeback_id = $1 order by line_id`,
      [chargebackId],
    );
    return toShares(rows);
  }

  async setLines(tx: Tx, chargebackId: string, shares: readonly LineShare[]): Promise<void> {
    await tx.query(`delete from chargeback_line where chargeback_id = $1`, [chargebackId]);
    await tx.query(
      `insert into chargeback_line (chargeback_id, line_id, amount_cents, fee_cents)
       select $1, * from unnest($2::uuid[], $3::bigint[], $4::bigint[])`,
      [
        chargebackId,
        shares.map(({ lineId }) => lineId),
        shares.map(({ amount }) => amount.cents),
        shares.map(({ fee }) => fee.cents),
      ],
    );
  }

  /** What of these lines has not been sent to their assistants. */
  async earningsNotSent(tx: Tx, lineIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select id from earning where line_id = any($1) and state in ('held', 'due', 'blocked') order by id`,
      [lineIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Refunds of its charge wait from now on, or do so no longer. */
  async setChargeDisputed(tx: Tx, invoiceId: string, since: Date | null): Promise<void> {
    await tx.query(
      `update invoice set charge_disputed_at = case when $2::timestamptz is null then null else coalesce(charge_disputed_at, $2) end
        where id = $1`,
      [invoiceId, since],
    );
  }
}

function toShares(rows: readonly ShareRow[]): LineShare[] {
  return rows.map(({ lineId, amount, fee }) => ({
    lineId,
    amount: Money.usd(Number(amount)),
    fee: Money.usd(Number(fee)),
  }));
}

/** $1 account, $2 client. Who worked for it, and who acts or has acted for it. */
const PARTY = `
  select exists (select from business_member where account_id = $1 and business_id = $2)
      or exists (select from business_invitation where accepted_by = $1 and business_id = $2)
      or exists (select from contract where client_id = $2 and ($1 in (offered_by, assistant_id) or ended_by = $1)) as party`;

/** $1 invoice, $2 the chargeback that asks. */
const LINES_LEFT = `
  select l.id as "lineId",
         l.amount_cents - coalesce(g.amount, 0) - coalesce(c.amount, 0) as amount,
         l.fee_cents - coalesce(g.fee, 0) - coalesce(c.fee, 0) as fee
    from invoice_line l
    left join lateral (select sum(amount_cents) as amount, sum(fee_cents) as fee from give_back
                        where line_id = l.id and state <> 'dropped') g on true
    left join lateral (select sum(x.amount_cents) as amount, sum(x.fee_cents) as fee
                         from chargeback_line x join chargeback other on other.id = x.chargeback_id
                        where x.line_id = l.id and other.id <> $2 and other.state in ('needs_response', 'under_review', 'lost')) c on true
   where l.invoice_id = $1 and l.amount_cents - coalesce(g.amount, 0) - coalesce(c.amount, 0) > 0
   order by l.id`;
