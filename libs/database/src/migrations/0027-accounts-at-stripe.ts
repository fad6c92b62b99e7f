import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appMay } from './sql.ts';

/** How payees' accounts at Stripe pay out, and how they and clients' customers are closed. */
export class AccountsAtStripe implements MigrationInterface {
  readonly name = 'AccountsAtStripe1795300000027';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- The assistant asked Stripe for it: what it is made of nobody tells.
alter table bank_payout add column by_hand boolean not null default false;

-- How Stripe was asked to pay out a payee's balance, after the weekly payouts that each account begins with.
create table payout_schedule (
  id uuid primary key,
  assistant_id uuid not null references payee,
  interval text not null check (interval in ('weekly', 'manual')), -- manual: nothing leaves
  claimed_at timestamptz not null,
  refusals int not null default 0 check (refusals >= 0), -- Stripe remembers what it answered to a key
  set_at timestamptz check (set_at >= claimed_at) -- null: nobody knows whether Stripe has heard of it
);
create index on payout_schedule (assistant_id, id desc);
create unique index one_schedule_at_a_time on payout_schedule (assistant_id) where set_at is null;
${appMay('select, insert, update', 'payout_schedule')}

-- Claimed when their person is erased; closed when Stripe has done it, which it does once nothing is left in there.
alter table payee
  add column closing_at timestamptz,
  add column closing_refusals int not null default 0 check (closing_refusals >= 0);
create index on payee (closing_at) where closing_at is not null and state <> 'closed';
alter table stripe_customer
  add column closing_at timestamptz,
  add column closed_at timestamptz check (closed_at >= closing_at);
create index on stripe_customer (closing_at) where closing_at is not null and closed_at is null;

-- Whether anything is on its way is asked before money is sent: the sums are read from here alone.
create index on posting (stripe_id) include (amount_cents) where account = 'stripe_in_transit';
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: what is closed at Stripe cannot be opened again');
  }
}
