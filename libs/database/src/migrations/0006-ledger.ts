import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appendOnly } from './sql.ts';

/** Double entry: immutable journals whose postings sum to zero. Debits are positive, credits negative. */
export class Ledger implements MigrationInterface {
  readonly name = 'Ledger1795300000006';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table journal (
  id uuid primary key,
  reference text not null unique, -- posting twice does nothing
  kind text not null check (kind ~ '^J[0-9]{1,2}$'), -- the rows of the chart of journals
  reason text not null,
  occurred_at timestamptz not null
);
create index on journal (occurred_at);

create table posting (
  id bigint generated always as identity primary key,
  journal_id uuid not null references journal,
  account text not null check (account in (
    'stripe_balance', 'stripe_reserved', 'stripe_in_transit', 'bank', 'client_receivable', 'assistant_debt', 'chargeback_held',
    'earnings_held', 'earnings_due', 'refund_due', 'service_fee', 'stripe_fees', 'chargeback_fees', 'platform_losses', 'suspense')),
  amount_cents bigint not null check (amount_cents <> 0),
  client_id uuid,
  assistant_id uuid,
  invoice_id uuid,
  line_id uuid,
  earning_id uuid,
  stripe_id text,
  check (account <> 'stripe_in_transit' or stripe_id is not null),
  check (account <> 'client_receivable' or invoice_id is not null),
  check (account not in ('earnings_held', 'earnings_due') or earning_id is not null),
  check (account <> 'service_fee' or line_id is not null),
  check (account <> 'assistant_debt' or assistant_id is not null)
);
create index on posting (journal_id);
create index on posting (earning_id) where earning_id is not null;
create index on posting (invoice_id) where invoice_id is not null;
create index on posting (account, stripe_id) where stripe_id is not null;
create index on posting (account, assistant_id) where account = 'assistant_debt';

-- Once a statement: a journal is written whole, in one insert, and sums to zero or not at all.
create function journal_sums_to_zero() returns trigger language plpgsql as $$
declare unbalanced record;
begin
  select journal_id, sum(amount_cents) as off into unbalanced from new_rows group by journal_id having sum(amount_cents) <> 0 limit 1;
  if found then
    raise exception 'journal % is off by % cents', unbalanced.journal_id, unbalanced.off
      using errcode = 'KT007', constraint = 'journal_sums_to_zero';
  end if;
  return null;
end $$;
create trigger journal_sums_to_zero after insert on posting referencing new table as new_rows
  for each statement execute function journal_sums_to_zero();
${appendOnly('journal')}
${appendOnly('posting')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: a ledger cannot be unmade');
  }
}
