import { randomUUIDv7 } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { type Fact, type FactRows, postFact } from './fact.ts';
import type { Account, Journal, Keys } from './journal.ts';

/** The double-entry truth. Journals are written once and never changed; balances are sums. */
@Injectable()
export class Ledger {
  constructor(private readonly db: Database) {}

  /** False: a journal of that reference stands already, and nothing was written. Zero postings are left out. */
  async post(tx: Tx, journal: Journal): Promise<boolean> {
    const id = randomUUIDv7();
    const fresh = await tx.query<unknown[]>(
      `insert into journal (id, reference, kind, reason, occurred_at) values ($1, $2, $3, $4, $5)
       on conflict (reference) do nothing returning id`,
      [id, journal.reference, journal.kind, journal.reason, journal.occurredAt],
    );
    if (fresh.length === 0) return false;
    const postings = journal.postings.filter(({ amount }) => amount.cents !== 0);
    const keys = (name: keyof Keys) => postings.map((posting) => posting.keys[name] ?? null);
    await tx.query(
      `insert into posting (journal_id, account, amount_cents, client_id, assistant_id, invoice_id, line_id, earning_id, stripe_id)
       select $1, * from unnest($2::text[], $3::bigint[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::text[])`,
      [
        id,
        postings.map(({ account }) => account),
        postings.map(({ amount }) => amount.cents),
        keys('clientId'),
        keys('assistantId'),
        keys('invoiceId'),
        keys('lineId'),
        keys('earningId'),
        keys('stripeId'),
      ],
    );
    return true;
  }

  /** Posts the fact for every row of the query, in one statement: a journal for each reference. How many were new. */
  async postMany(tx: Tx, fact: Fact, rows: FactRows, occurredAt: Date): Promise<number> {
    const [{ journals }] = await tx.query<[{ journals: number }]>(postFact(fact, rows), [
      ...rows.parameters,
      occurredAt,
    ]);
    return journals;
  }

  /** Debits less credits of the account's postings that carry all of these keys. */
  async balance(account: Account, keys: Keys = {}): Promise<Money> {
    const [sum] = await this.db.reader.query<[{ cents: string }]>(
      `select coalesce(sum(amount_cents), 0) as cents from posting
        where account = $1
          and ($2::uuid is null or client_id = $2) and ($3::uuid is null or assistant_id = $3)
          and ($4::uuid is null or invoice_id = $4) and ($5::uuid is null or line_id = $5)
          and ($6::uuid is null or earning_id = $6) and ($7::text is null or stripe_id = $7)`,
      [account, keys.clientId, keys.assistantId, keys.invoiceId, keys.lineId, keys.earningId, keys.stripeId],
    );
    return Money.usd(Number(sum.cents));
  }
}
