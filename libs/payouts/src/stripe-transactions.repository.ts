import { Database, type Tx } from '@app/database';
import type { BalanceTransaction } from '@app/stripe';
import { Injectable } from '@nestjs/common';

/** Stripe's balance transactions of the platform, as seen. */
@Injectable()
export class StripeTransactions {
  constructor(private readonly db: Database) {}

  async newestAt(): Promise<Date | null> {
    const [{ at }] = await this.db.reader.query<[{ at: Date | null }]>(
      `select max(created_at) as at from stripe_transaction`,
    );
    return at;
  }

  /** Whether a transaction of this charge or transfer has been seen. */
  async knowsSource(sourceId: string): Promise<boolean> {
    const rows = await this.db.reader.query<unknown[]>(`select from stripe_transaction where source_id = $1 limit 1`, [
      sourceId,
    ]);
    return rows.length > 0;
  }

  /** Stores those not seen before; their ids. */
  async add(tx: Tx, rows: readonly BalanceTransaction[]): Promise<Set<string>> {
    const fresh = await tx.query<{ id: string }[]>(
      `insert into stripe_transaction (id, type, source_id, amount_cents, fee_cents, net_cents, created_at, available_at)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::timestamptz[], $8::timestamptz[])
       on conflict (id) do nothing returning id`,
      [
        rows.map(({ id }) => id),
        rows.map(({ type }) => type),
        rows.map(({ sourceId }) => sourceId),
        rows.map(({ amount }) => amount.cents),
        rows.map(({ fee }) => fee.cents),
        rows.map(({ net }) => net.cents),
        rows.map(({ createdAt }) => createdAt),
        rows.map(({ availableAt }) => availableAt),
      ],
    );
    return new Set(fresh.map(({ id }) => id));
  }
}
