import { randomUUIDv7 } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

/** A reversal whose row stands, and of which Stripe may or may not have heard. */
export interface ClaimedReversal {
  readonly id: string;
  readonly debtId: string;
  readonly transferId: string;
  /** Of the transfer. */
  readonly transferStripeId: string;
  readonly earningId: string;
  readonly assistantId: string;
  readonly amount: Money;
  readonly claimedAt: Date;
}

/** The transfer that an earning went with. */
export interface SentWith {
  readonly transferId: string;
  readonly transferStripeId: string;
  readonly account: string;
  /** The charge it came from has not become available: the money is not the payee's to spend yet. */
  readonly isPending: boolean;
}

interface ClaimedRow extends Omit<ClaimedReversal, 'amount'> {
  readonly amountCents: string;
}

const CLAIMED = `
  select v.id, v.debt_id as "debtId", v.transfer_id as "transferId", t.stripe_id as "transferStripeId",
         v.earning_id as "earningId", v.assistant_id as "assistantId", v.amount_cents as "amountCents", v.claimed_at as "claimedAt"
    from transfer_reversal v join transfer t on t.id = v.transfer_id`;

@Injectable()
export class Reversals {
  constructor(private readonly db: Database) {}

  async anythingToDo(): Promise<boolean> {
    const [{ any }] = await this.db.reader.query<[{ any: boolean }]>(
      `select exists (select from transfer_reversal where state = 'claimed')
           or exists (select from assistant_debt where wants_reversal) as any`,
    );
    return any;
  }

  /** Those that an earlier process left in the middle, or of which Stripe said nothing clear. */
  async claimed(): Promise<ClaimedReversal[]> {
    const rows = await this.db.reader.query<ClaimedRow[]>(
      `${CLAIMED} where v.state = 'claimed' order by v.claimed_at, v.id`,
    );
    return rows.map(toReversal);
  }

  /** `sending`: its transfer is not settled yet. null: it is in no transfer. */
  async sentWith(earningId: string, now: Date): Promise<SentWith | 'sending' | null> {
    const [row] = await this.db.reader.query<(SentWith & { state: string })[]>(
      `select t.id as "transferId", t.stripe_id as "transferStripeId", p.stripe_account_id as account, t.state,
              t.charge_id is not null
                and coalesce((select max(s.available_at) from stripe_transaction s where s.source_id = t.charge_id) > $2, true) as "isPending"
         from transfer_item x join transfer t on t.id = x.transfer_id join payee p on p.id = t.assistant_id
        where x.earning_id = $1 and x.live`,
      [earningId, now],
    );
    if (!row) return null;
    const { state, ...transfer } = row;
    return state === 'claimed' ? 'sending' : transfer;
  }

  /** What has not been taken back of the transfer, nor is about to be. Locks its row. */
  async leftOf(tx: Tx, transferId: string): Promise<Money> {
    await tx.query(`select from transfer where id = $1 for no key update`, [transferId]);
    const [{ left }] = await tx.query<[{ left: string }]>(
      `select t.amount_cents - t.reversed_cents
                - coalesce((select sum(v.amount_cents) from transfer_reversal v where v.transfer_id = t.id and v.state = 'claimed'), 0) as left
         from transfer t where t.id = $1`,
      [transferId],
    );
    return Money.usd(Number(left));
  }

  async add(
    tx: Tx,
    of: { debtId: string; transferId: string; earningId: string; assistantId: string; amount: Money },
    now: Date,
  ): Promise<ClaimedReversal> {
    const id = randomUUIDv7();
    await tx.query(
      `insert into transfer_reversal (id, debt_id, transfer_id, earning_id, assistant_id, amount_cents, state, state_at, claimed_at)
       values ($1, $2, $3, $4, $5, $6, 'claimed', $7, $7)`,
      [id, of.debtId, of.transferId, of.earningId, of.assistantId, of.amount.cents, now],
    );
    const [row] = await tx.query<[ClaimedRow]>(`${CLAIMED} where v.id = $1`, [id]);
    return toReversal(row);
  }

  /** False: it was settled by somebody else. Locks the transfer and the row. */
  async isClaimed(tx: Tx, { id, transferId }: ClaimedReversal): Promise<boolean> {
    await tx.query(`select from transfer where id = $1 for no key update`, [transferId]);
    const rows = await tx.query<unknown[]>(
      `select from transfer_reversal where id = $1 and state = 'claimed' for no key update`,
      [id],
    );
    return rows.length > 0;
  }

  async sent(tx: Tx, { id, transferId, amount }: ClaimedReversal, stripeId: string, now: Date): Promise<void> {
    await tx.query(`update transfer_reversal set state = 'sent', stripe_id = $2, state_at = $3 where id = $1`, [
      id,
      stripeId,
      now,
    ]);
    await tx.query(`update transfer set reversed_cents = reversed_cents + $2 where id = $1`, [
      transferId,
      amount.cents,
    ]);
  }

  async refused(tx: Tx, { id }: ClaimedReversal, why: string, now: Date): Promise<void> {
    await tx.query(`update transfer_reversal set state = 'refused', failure = $2, state_at = $3 where id = $1`, [
      id,
      why,
      now,
    ]);
  }

  /** What was taken back of one earning so far, in cents. */
  async ofEarning(tx: Tx, earningId: string): Promise<Money> {
    const [{ cents }] = await tx.query<[{ cents: string }]>(
      `select coalesce(sum(amount_cents), 0) as cents from transfer_reversal where earning_id = $1 and state = 'sent'`,
      [earningId],
    );
    return Money.usd(Number(cents));
  }
}

function toReversal({ amountCents, ...row }: ClaimedRow): ClaimedReversal {
  return { ...row, amount: Money.usd(Number(amountCents)) };
}
