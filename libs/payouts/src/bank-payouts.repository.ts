import { Database, type Tx } from '@app/database';
import { Money } from '@app/kernel';
import type { Payout, PayoutTransfer } from '@app/stripe';
import { Injectable } from '@nestjs/common';

import { NotYetKnown } from './payout.errors.ts';

const SETTLED_AFTER_DAYS = 4;
const SHOWN = 100;
const DAY_MS = 86_400_000;

export interface PayoutByClient {
  readonly id: string;
  readonly amount: Money;
  readonly status: Payout['status'];
  readonly createdAt: Date;
  readonly arrivesAt: Date;
  readonly failure: string | null;
  /** The assistant asked Stripe for it: what it is made of nobody tells. */
  readonly byHand: boolean;
  readonly byClient: readonly { client: { id: string; name: string }; amount: Money }[];
  /** What it is more than its clients' parts; negative: what of those had left before, by hand or taken back. */
  readonly undivided: Money;
}

interface PayoutRow extends Omit<PayoutByClient, 'amount' | 'byClient' | 'undivided'> {
  readonly amountCents: string;
  readonly byClient: readonly { client: { id: string; name: string }; amountCents: number }[];
}

/** Stripe's payouts to assistants' banks, and the transfers each was made of. */
@Injectable()
export class BankPayouts {
  constructor(private readonly db: Database) {}

  /** Whether it was new or had changed, and whether its status did. */
  async save(tx: Tx, assistantId: string, payout: Payout): Promise<{ changed: boolean; moved: boolean }> {
    const [row] = await tx.query<{ was: Payout['status'] | null }[]>(
      `with before as (select status from bank_payout where id = $1 for update)
       insert into bank_payout as p (id, assistant_id, amount_cents, status, arrives_at, created_at, failure, by_hand)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (id) do update set status = excluded.status, arrives_at = excluded.arrives_at, failure = excluded.failure
        where (p.status, p.arrives_at, p.failure) is distinct from (excluded.status, excluded.arrives_at, excluded.failure)
       returning (select status from before) as was`,
      [
        ...[payout.id, assistantId, payout.amount.cents, payout.status],
        ...[payout.arrivesAt, payout.createdAt, payout.failure, payout.byHand],
      ],
    );
    return { changed: row !== undefined, moved: row !== undefined && row.was !== payout.status };
  }

  /** Throws `NotYetKnown` when it contains a transfer whose answer we have not heard yet. */
  async setItems(tx: Tx, payoutId: string, contents: readonly PayoutTransfer[]): Promise<void> {
    const stored = await tx.query<unknown[]>(
      `insert into bank_payout_item as i (payout_id, transfer_id, client_id, amount_cents)
       select $1, t.id, t.client_id, item.amount_cents
         from unnest($2::text[], $3::bigint[]) as item (stripe_id, amount_cents) join transfer t on t.stripe_id = item.stripe_id
       on conflict (payout_id, transfer_id) do update set amount_cents = excluded.amount_cents
       returning transfer_id`,
      [payoutId, contents.map((item) => item.transferStripeId), contents.map((item) => item.amount.cents)],
    );
    if (stored.length !== contents.length)
      throw new NotYetKnown(`Payout ${payoutId} contains a transfer that is not settled here yet`);
  }

  /** Whoever has a payout that should have arrived, or money sent days ago that no payout is known to bring. */
  async accountsToRead(now: Date): Promise<string[]> {
    const rows = await this.db.reader.query<{ account: string }[]>(
      `select p.stripe_account_id as account from payee p
        where p.stripe_account_id is not null
          and (exists (select from bank_payout b where b.assistant_id = p.id and b.status in ('pending', 'in_transit') and b.arrives_at <= $1)
            or exists (select from transfer t where t.assistant_id = p.id and t.state = 'sent' and t.state_at <= $2
                          and not exists (select from bank_payout_item i join bank_payout b on b.id = i.payout_id
                                           where i.transfer_id = t.id and b.status not in ('failed', 'canceled'))))
        order by account`,
      [now, new Date(now.getTime() - SETTLED_AFTER_DAYS * DAY_MS)],
    );
    return rows.map(({ account }) => account);
  }

  async nextArrival(): Promise<Date | null> {
    const [{ at }] = await this.db.reader.query<[{ at: Date | null }]>(
      `select min(arrives_at) as at from bank_payout where status in ('pending', 'in_transit')`,
    );
    return at;
  }

  /** The newest payouts to the assistant, each split by the clients that the money came from. */
  async list(assistantId: string): Promise<PayoutByClient[]> {
    const rows = await this.db.reader.query<PayoutRow[]>(
      `select b.id, b.amount_cents as "amountCents", b.status, b.created_at as "createdAt", b.arrives_at as "arrivesAt", b.failure,
              b.by_hand as "byHand", coalesce(split.clients, '[]') as "byClient"
         from bank_payout b
         left join lateral (
           select jsonb_agg(jsonb_build_object('client', jsonb_build_object('id', c.id, 'name', c.name), 'amountCents', c.cents)
                            order by c.cents desc, c.name) as clients
             from (select c.id, c.name, sum(i.amount_cents) as cents
                     from bank_payout_item i join business c on c.id = i.client_id
                    where i.payout_id = b.id group by c.id) c) split on true
        where b.assistant_id = $1 order by b.created_at desc, b.id limit ${SHOWN}`,
      [assistantId],
    );
    return rows.map(toPayout);
  }
}

function toPayout({ amountCents, byClient: parts, ...row }: PayoutRow): PayoutByClient {
  const amount = Money.usd(Number(amountCents));
  const byClient = parts.map(({ client, amountCents: cents }) => ({ client, amount: Money.usd(cents) }));
  return { ...row, amount, byClient, undivided: amount.minus(Money.sum(byClient.map((part) => part.amount))) };
}
