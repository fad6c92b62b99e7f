import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appMay, guardStates, legalTransitions, stateCheck } from './sql.ts';

const invoiceMoves = {
  issued: ['charging', 'void'],
  charging: ['paid', 'past_due'],
  past_due: ['charging', 'paid', 'uncollectible', 'void'],
  paid: [],
  uncollectible: ['paid'],
  void: [],
};
const chargeAttemptMoves = { claimed: ['succeeded', 'declined'], succeeded: [], declined: [] };
const earningMoves = {
  held: ['due', 'cancelled', 'unpaid'],
  due: ['sending', 'blocked'],
  blocked: ['due'],
  sending: ['sent', 'due'],
  sent: ['part_reversed', 'reversed'],
  part_reversed: ['reversed'],
  reversed: [],
  cancelled: [],
  unpaid: [],
};

/** Cards, invoices and their charges, and what each line earns its assistant. */
export class Billing implements MigrationInterface {
  readonly name = 'Billing1795300000007';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
${legalTransitions('invoice', invoiceMoves)}
${legalTransitions('charge_attempt', chargeAttemptMoves)}
${legalTransitions('earning', earningMoves)}

create table stripe_customer (
  client_id uuid primary key references business,
  stripe_id text unique, -- null while it is being made
  created_at timestamptz not null
);

-- A visit to the hosted page that saves a card.
create table card_setup (
  id uuid primary key,
  client_id uuid not null references business,
  started_by uuid not null references account,
  session_id text unique,
  started_at timestamptz not null,
  completed_at timestamptz
);
create index on card_setup (client_id);

create table saved_card (
  id uuid primary key,
  client_id uuid not null references business,
  payment_method_id text not null unique,
  brand text not null,
  last4 text not null check (last4 ~ '^[0-9]{4}$'),
  exp_month int not null check (exp_month between 1 and 12),
  exp_year int not null,
  saved_at timestamptz not null,
  removed_at timestamptz,
  is_default boolean not null
);
create unique index one_default_card on saved_card (client_id) where is_default and removed_at is null;

create sequence invoice_number;

create table invoice (
  id uuid primary key,
  number text not null unique default 'K-' || lpad(nextval('invoice_number')::text, 7, '0'),
  client_id uuid not null references business,
  client_week_id uuid not null,
  subtotal_cents bigint not null check (subtotal_cents >= 0),
  fee_cents bigint not null check (fee_cents >= 0),
  total_cents bigint not null check (total_cents = subtotal_cents + fee_cents),
  issued_at timestamptz not null,
  review_ends_at timestamptz not null check (review_ends_at > issued_at),
  client_trusted boolean not null, -- fixed at issue: decides the hold
  hold_days int not null check (hold_days >= 0),
  state text not null ${stateCheck('state', invoiceMoves)},
  state_at timestamptz not null,
  payment_intent_id text unique, -- one, for the invoice's life
  charge_id text unique,
  paid_at timestamptz,
  next_attempt_at timestamptz, -- null: nothing to try
  foreign key (client_week_id, client_id) references client_week (id, client_id),
  unique (client_id, client_week_id), -- at most one a client a week
  check ((state = 'paid') = (paid_at is not null)),
  check ((state = 'paid') <= (charge_id is not null))
);
create index on invoice (client_id, issued_at desc);
create index on invoice (next_attempt_at) where next_attempt_at is not null;
create index on invoice (review_ends_at);

create table invoice_line (
  id uuid primary key,
  invoice_id uuid not null references invoice,
  client_id uuid not null,
  contract_id uuid not null references contract,
  contract_week_id uuid not null references contract_week,
  assistant_id uuid not null references account,
  kind text not null check (kind in ('time', 'late_time', 'bonus')),
  rate_cents bigint not null check (rate_cents between 1000 and 2500),
  seconds bigint not null check (seconds > 0),
  minutes bigint not null,
  amount_cents bigint not null,
  fee_bp int not null,
  fee_cents bigint not null,
  -- The database does the sum again.
  constraint minutes_are_billed_half_up check (minutes = bill_minutes(seconds)),
  constraint amount_is_rate_times_minutes check (amount_cents = amount_for(rate_cents, minutes)),
  constraint fee_is_its_share check (fee_cents = fee_of(amount_cents, fee_bp))
);
create index on invoice_line (invoice_id);
create index on invoice_line (contract_week_id);
create unique index one_time_line on invoice_line (contract_id, contract_week_id, rate_cents) where kind = 'time';

create table charge_attempt (
  id uuid primary key,
  invoice_id uuid not null references invoice,
  number int not null check (number > 0),
  payment_method_id text not null,
  state text not null ${stateCheck('state', chargeAttemptMoves)},
  state_at timestamptz not null,
  claimed_at timestamptz not null,
  charge_id text,
  decline_code text,
  message text,
  unique (invoice_id, number)
);
create unique index one_attempt_at_a_time on charge_attempt (invoice_id) where state = 'claimed';

create table earning (
  id uuid primary key,
  line_id uuid not null references invoice_line,
  parent_id uuid references earning, -- a disputed part split off
  invoice_id uuid not null references invoice,
  client_id uuid not null,
  assistant_id uuid not null references account,
  amount_cents bigint not null check (amount_cents > 0),
  state text not null ${stateCheck('state', earningMoves)},
  state_at timestamptz not null,
  paid_at timestamptz,
  review_ended_at timestamptz,
  releases_at timestamptz, -- the later of both, and the hold; null until both are known
  blocked_reason text check (blocked_reason in ('payee_not_ready', 'payee_restricted', 'platform_balance', 'hold')),
  check ((releases_at is not null) = (paid_at is not null and review_ended_at is not null)),
  check ((state = 'blocked') = (blocked_reason is not null)),
  check (state not in ('due', 'sending', 'sent') or releases_at is not null)
);
create unique index one_earning_a_line on earning (line_id) where parent_id is null;
create index on earning (assistant_id, state);
create index on earning (invoice_id);
create index on earning (releases_at) where state = 'held';

alter table posting
  add foreign key (invoice_id) references invoice,
  add foreign key (line_id) references invoice_line,
  add foreign key (earning_id) references earning;

-- An issued invoice says for ever what it said: only its payment changes.
create function invoice_stays_as_issued() returns trigger language plpgsql as $$
begin
  raise exception 'an issued invoice does not change' using errcode = 'KT008', constraint = 'invoice_stays_as_issued';
end $$;
create trigger invoice_stays_as_issued before update on invoice for each row
  when ((old.number, old.client_id, old.client_week_id, old.subtotal_cents, old.fee_cents, old.issued_at, old.client_trusted)
        is distinct from (new.number, new.client_id, new.client_week_id, new.subtotal_cents, new.fee_cents, new.issued_at, new.client_trusted)
        or (old.payment_intent_id is not null and old.payment_intent_id is distinct from new.payment_intent_id))
  execute function invoice_stays_as_issued();

${guardStates('invoice', 'invoice')}
${guardStates('charge_attempt', 'charge_attempt')}
${guardStates('earning', 'earning')}
grant usage on sequence invoice_number to kontor_app;
${appMay('select, insert, update', 'stripe_customer', 'card_setup', 'saved_card', 'invoice', 'charge_attempt', 'earning')}
${appMay('select, insert', 'invoice_line')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: invoices cannot be unmade');
  }
}
