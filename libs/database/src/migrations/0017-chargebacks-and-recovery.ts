import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appendOnly, appMay, guardStates, legalTransitions, stateCheck } from './sql.ts';

const chargebackMoves = {
  inquiry: ['inquiry_closed', 'needs_response', 'under_review', 'prevented', 'lost', 'won'],
  inquiry_closed: ['needs_response', 'under_review', 'prevented', 'lost', 'won'],
  needs_response: ['under_review', 'prevented', 'lost', 'won'],
  under_review: ['prevented', 'lost', 'won'],
  prevented: ['lost', 'won'],
  lost: ['won'],
  won: [],
};
const chargebackAnswerMoves = { claimed: ['given', 'refused'], given: [], refused: [] };

/** What becomes of a charge that fails, and of one that the card's bank takes back. */
export class ChargebacksAndRecovery implements MigrationInterface {
  readonly name = 'ChargebacksAndRecovery1795300000017';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- What an uncollectible invoice means to its assistants; for the weeks that begin while it is in force.
create table unpaid_policy (
  effective_from timestamptz primary key,
  outcome text not null check (outcome in ('assistant_unpaid', 'platform_guarantees')),
  final_after_days int not null check (final_after_days between 6 and 90), -- since the first failure
  added_by uuid references account, -- null: it came with Kontor
  added_at timestamptz
);
insert into unpaid_policy values ('2020-01-01Z', 'assistant_unpaid', 30);
${appendOnly('unpaid_policy')}

alter table invoice
  add column failed_at timestamptz, -- when it first fell past due: retries and its end are counted from here
  add column wants text check (wants in ('card', 'authentication')), -- what only the client can do; null: it is tried again
  add column unpaid_outcome text check (unpaid_outcome in ('assistant_unpaid', 'platform_guarantees')),
  add column charge_disputed_at timestamptz, -- its refunds wait
  add column charged_back_at timestamptz; -- lost: no trust comes of it
create index on invoice (failed_at) where state = 'past_due';

insert into legal_transition (machine, from_state, to_state) values
  ('charge_attempt', 'claimed', 'waiting'), ('charge_attempt', 'waiting', 'succeeded'), ('charge_attempt', 'waiting', 'declined'),
  ('earning', 'unpaid', 'held'); -- paid late after all
alter table charge_attempt
  drop constraint charge_attempt_state_check,
  add constraint charge_attempt_state_check check (state in ('claimed', 'waiting', 'succeeded', 'declined')),
  add column on_session boolean not null default false, -- the client is there to answer the bank
  add column authentication_url text,
  add check ((state = 'waiting') <= (authentication_url is not null));
drop index one_attempt_at_a_time;
create unique index one_attempt_at_a_time on charge_attempt (invoice_id) where state in ('claimed', 'waiting');

-- Guaranteed money comes from what is available, not out of a charge.
alter table transfer alter column charge_id drop not null;

-- Why no second is accepted for a client. The standing is the earliest of those that are not lifted.
create table billing_hold (
  id uuid primary key,
  client_id uuid not null references business,
  cause text not null check (cause in ('unpaid', 'chargeback')),
  cause_id uuid not null, -- an invoice, or a chargeback
  placed_at timestamptz not null,
  lifted_at timestamptz check (lifted_at >= placed_at)
);
create unique index one_hold_a_cause on billing_hold (cause, cause_id) where lifted_at is null;
create index on billing_hold (client_id) where lifted_at is null;
${appMay('select, insert, update', 'billing_hold')}

${legalTransitions('chargeback', chargebackMoves)}
${legalTransitions('chargeback_answer', chargebackAnswerMoves)}

-- One a dispute of Stripe's: several may be about one charge.
create table chargeback (
  id uuid primary key,
  stripe_id text not null unique,
  invoice_id uuid not null references invoice,
  client_id uuid not null references business,
  charge_id text not null,
  amount_cents bigint not null check (amount_cents > 0), -- may be less or more than the charge
  reason text not null, -- Stripe's word
  opened_at timestamptz not null,
  due_by timestamptz, -- until when evidence is taken
  submissions int not null default 0 check (submissions >= 0),
  out_cents bigint not null default 0, -- what Stripe says that it took and has not given back, fees aside
  transactions int not null default 0, -- how many of Stripe's movements that is the sum of: they only grow
  carried_by text not null default 'platform' check (carried_by in ('platform', 'assistant')), -- what of it is lost, beyond the fee
  carried_reason text check (char_length(carried_reason) between 10 and 2000),
  carrier_chosen_by uuid references account, -- staff said so; null: nobody did
  lines_chosen_by uuid references account, -- staff said which lines it is about; null: their share
  reminded_at timestamptz,
  state text not null ${stateCheck('state', chargebackMoves)},
  state_at timestamptz not null,
  check (carried_by = 'platform' or (carried_reason is not null and carrier_chosen_by is not null))
);
create index on chargeback (invoice_id);
create index on chargeback (due_by) where state in ('inquiry', 'needs_response');
${guardStates('chargeback', 'chargeback')}

-- What was read at Stripe, each time that it said something new.
create table chargeback_fact (
  id bigint generated always as identity primary key,
  chargeback_id uuid not null references chargeback,
  status text not null, -- Stripe's word, which may be behind ours: the rank decides
  amount_cents bigint not null,
  out_cents bigint not null,
  transactions text[] not null, -- Stripe's balance transactions so far
  submissions int not null,
  seen_at timestamptz not null
);
create index on chargeback_fact (chargeback_id);
${appendOnly('chargeback_fact')}

-- Which lines it touches, and how much of each: the whole of it, what staff chose, or its share.
create table chargeback_line (
  chargeback_id uuid not null references chargeback,
  line_id uuid not null references invoice_line,
  amount_cents bigint not null check (amount_cents >= 0), -- of the assistant's part
  fee_cents bigint not null check (fee_cents >= 0),
  primary key (chargeback_id, line_id)
);
create index on chargeback_line (line_id);

-- The parts of what was lost, and their opposite when it is won after all.
create table chargeback_loss (
  chargeback_id uuid not null references chargeback,
  number int not null check (number > 0),
  cents bigint not null check (cents <> 0), -- positive: lost; negative: come back
  parts jsonb not null,
  posted_at timestamptz not null,
  primary key (chargeback_id, number)
);
${appendOnly('chargeback_loss')}

-- A debt that was taken and came back is earned anew, and is no stretch of its line.
alter table earning add column returns_debt_id uuid references assistant_debt;
create index on earning (returns_debt_id) where returns_debt_id is not null;

-- What is asked of Stripe: evidence handed in, or the chargeback accepted. Claimed, called, settled.
create table chargeback_answer (
  id uuid primary key,
  chargeback_id uuid not null references chargeback,
  kind text not null check (kind in ('evidence', 'acceptance')),
  given_by uuid not null references account,
  evidence jsonb, -- texts by Stripe's names
  file bytea, -- the pack as it was when it was handed in
  file_name text,
  stripe_file_id text,
  refusal text,
  claimed_at timestamptz not null,
  state text not null ${stateCheck('state', chargebackAnswerMoves)},
  state_at timestamptz not null,
  check ((kind = 'evidence') = (evidence is not null))
);
create unique index one_answer_at_a_time on chargeback_answer (chargeback_id) where state = 'claimed';
${guardStates('chargeback_answer', 'chargeback_answer')}
${appMay('select, insert, update', 'chargeback', 'chargeback_answer')}
${appMay('select, insert, update, delete', 'chargeback_line')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: chargebacks cannot be unmade');
  }
}
