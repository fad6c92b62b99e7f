import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appendOnly, appMay, guardStates, legalTransitions, stateCheck } from './sql.ts';

const payeeMoves = {
  onboarding: ['active', 'restricted', 'closed'],
  active: ['restricted', 'closed'],
  restricted: ['active', 'closed'],
  closed: [],
};
const transferMoves = { claimed: ['sent', 'failed'], sent: [], failed: [] };

/** Connected accounts, transfers to them, what Stripe paid out to their banks, and Stripe's own books beside ours. */
export class Payouts implements MigrationInterface {
  readonly name = 'Payouts1795300000008';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
${legalTransitions('payee', payeeMoves)}
${legalTransitions('transfer', transferMoves)}

create table payee (
  id uuid primary key references account, -- the assistant
  stripe_account_id text unique, -- null while it is being made
  country text not null references payable_country,
  state text not null ${stateCheck('state', payeeMoves)},
  state_at timestamptz not null,
  created_at timestamptz not null
);

-- One for each assistant, charge and release moment.
create table transfer (
  id uuid primary key,
  assistant_id uuid not null references account,
  client_id uuid not null references business,
  invoice_id uuid not null references invoice,
  charge_id text not null,
  amount_cents bigint not null check (amount_cents > 0), -- what is sent: the items less the debt recovered
  recovered_cents bigint not null default 0 check (recovered_cents >= 0),
  state text not null ${stateCheck('state', transferMoves)},
  state_at timestamptz not null,
  claimed_at timestamptz not null,
  stripe_id text unique,
  failure text,
  check ((state = 'sent') <= (stripe_id is not null))
);
create index on transfer (assistant_id, claimed_at desc);
create index on transfer (invoice_id);
create index on transfer (state) where state = 'claimed';

create table transfer_item (
  transfer_id uuid not null references transfer,
  earning_id uuid not null references earning,
  amount_cents bigint not null check (amount_cents > 0),
  live boolean not null, -- false once its transfer failed
  primary key (transfer_id, earning_id)
);
create unique index one_live_transfer_an_earning on transfer_item (earning_id) where live;

-- Stripe's payouts to assistants' banks: mirrored, not in our ledger.
create table bank_payout (
  id text primary key,
  assistant_id uuid not null references account,
  amount_cents bigint not null,
  status text not null check (status in ('pending', 'in_transit', 'paid', 'failed', 'canceled')),
  arrives_at timestamptz not null,
  created_at timestamptz not null,
  failure text
);
create index on bank_payout (assistant_id, created_at desc);

create table bank_payout_item (
  payout_id text not null references bank_payout,
  transfer_id uuid not null references transfer,
  client_id uuid not null references business,
  amount_cents bigint not null,
  primary key (payout_id, transfer_id)
);
create index on bank_payout_item (transfer_id);

-- Stripe's balance transactions of the platform, each matched to one journal.
create table stripe_transaction (
  id text primary key,
  type text not null,
  source_id text,
  amount_cents bigint not null,
  fee_cents bigint not null,
  net_cents bigint not null check (net_cents = amount_cents - fee_cents),
  created_at timestamptz not null,
  available_at timestamptz not null
);
create index on stripe_transaction (created_at);
create index on stripe_transaction (source_id);
${appendOnly('stripe_transaction')}

create table reconciliation (
  id uuid primary key,
  at timestamptz not null,
  stripe_cents bigint not null,
  ledger_cents bigint not null,
  difference_cents bigint not null check (difference_cents = stripe_cents - ledger_cents)
);
create index on reconciliation (at desc);
${appendOnly('reconciliation')}

${guardStates('payee', 'payee')}
${guardStates('transfer', 'transfer')}
${appMay('select, insert, update', 'payee', 'transfer', 'transfer_item', 'bank_payout')}
${appMay('select, insert, update, delete', 'bank_payout_item')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: payouts cannot be unmade');
  }
}
