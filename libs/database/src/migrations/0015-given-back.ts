import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appendOnly, appMay, guardStates, legalTransitions, stateCheck } from './sql.ts';

const giveBackMoves = { waiting: ['applied', 'dropped'], applied: [], dropped: [] };
const refundMoves = {
  due: ['sending', 'consumed'],
  sending: ['sent', 'refused'],
  sent: ['arrived', 'failed'],
  arrived: ['failed'],
  refused: ['due', 'consumed', 'paid_otherwise'],
  failed: ['due', 'consumed', 'paid_otherwise'],
  consumed: [],
  paid_otherwise: [],
};
const transferReversalMoves = { claimed: ['sent', 'refused'], sent: [], refused: [] };

/** Money that goes back: parts of earnings, holds, credit notes, refunds, reversals, debts; and bonuses. */
export class GivenBack implements MigrationInterface {
  readonly name = 'GivenBack1795300000015';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
${legalTransitions('give_back', giveBackMoves)}
${legalTransitions('refund', refundMoves)}
${legalTransitions('transfer_reversal', transferReversalMoves)}
insert into legal_transition (machine, from_state, to_state) values
  ('earning', 'due', 'cancelled'), ('earning', 'blocked', 'cancelled'); -- released, but not on its way yet

-- An earning is a stretch of its line: of a time line's seconds, of a bonus's cents. What it is worth is the difference
-- between the line up to its end and the line up to its beginning, so that parts always sum to the line.
alter table earning
  add column part_from bigint not null default 0,
  add column part_to bigint not null default 1,
  add column live_holds int not null default 0 check (live_holds >= 0), -- in the row, where a release that waited sees it
  add check (part_from >= 0 and part_to > part_from);
alter table earning alter column part_to drop default;
create index on earning (line_id);
create index on earning (parent_id) where parent_id is not null;

create function amount_up_to(rate_cents bigint, quantity bigint) returns bigint language sql immutable parallel safe
  return case when rate_cents is null then quantity else amount_for(rate_cents, bill_minutes(quantity)) end;

create table earning_hold (
  id uuid primary key,
  earning_id uuid not null references earning,
  cause_kind text not null check (cause_kind in ('dispute', 'chargeback', 'staff', 'query', 'give_back')),
  cause_id uuid not null,
  reason_code text not null check (reason_code ~ '^[a-z0-9_]{1,60}$'),
  placed_by uuid references account, -- null: Kontor itself
  placed_at timestamptz not null,
  until timestamptz check (until > placed_at), -- ends by itself then; null: somebody ends it
  released_at timestamptz check (released_at >= placed_at),
  released_by uuid references account
);
create unique index one_live_hold_a_cause on earning_hold (earning_id, cause_kind, cause_id) where released_at is null;
create index on earning_hold (cause_kind, cause_id);
create index on earning_hold (until) where released_at is null and until is not null;

alter table invoice
  add column credited_cents bigint not null default 0, -- by credit notes, before it was captured
  add column intent_cents bigint, -- what Stripe's PaymentIntent asks for
  add column intent_canceled_at timestamptz, -- of a void invoice
  add check (credited_cents between 0 and total_cents);
create index on invoice (state_at) where state = 'void' and payment_intent_id is not null and intent_canceled_at is null;

create sequence credit_note_number;
create table credit_note (
  id uuid primary key,
  number text not null unique default 'C-' || lpad(nextval('credit_note_number')::text, 7, '0'),
  invoice_id uuid not null references invoice,
  client_id uuid not null references business,
  amount_cents bigint not null check (amount_cents >= 0),
  fee_cents bigint not null check (fee_cents >= 0),
  issued_at timestamptz not null
);
create index on credit_note (invoice_id);
${appendOnly('credit_note')}

-- A decision that the client gets some of a line back; once applied it is a credit note or a refund.
create table give_back (
  id uuid primary key,
  line_id uuid not null references invoice_line,
  earning_id uuid not null references earning,
  invoice_id uuid not null references invoice,
  client_id uuid not null references business,
  assistant_id uuid not null references account,
  part_from bigint not null,
  part_to bigint not null,
  amount_cents bigint not null check (amount_cents > 0),
  fee_cents bigint not null check (fee_cents >= 0),
  cause_kind text not null check (cause_kind in ('dispute', 'chargeback', 'staff', 'query', 'assistant')),
  cause_id uuid not null,
  reason_code text not null check (reason_code ~ '^[a-z0-9_]{1,60}$'),
  carried_by text not null check (carried_by in ('assistant', 'platform')),
  only_as_funded boolean not null, -- the refund waits until the assistant's debt has been taken
  decided_by uuid references account,
  decided_at timestamptz not null,
  credit_note_id uuid references credit_note,
  state text not null ${stateCheck('state', giveBackMoves)},
  state_at timestamptz not null,
  check (part_from >= 0 and part_to > part_from)
);
create index on give_back (line_id);
create index on give_back (earning_id);
create index on give_back (invoice_id);
create index on give_back (assistant_id, decided_at desc);
create index on give_back (decided_at) where state = 'waiting';
create index on give_back (cause_kind, cause_id);
${guardStates('give_back', 'give_back')}

-- What one decision sends back to the card. Its id is the decision's, where there was one.
create table refund (
  id uuid primary key,
  give_back_id uuid references give_back,
  invoice_id uuid not null references invoice,
  client_id uuid not null references business,
  charge_id text not null,
  amount_cents bigint not null check (amount_cents > 0), -- with the share of the fee
  waits_for text check (waits_for in ('reversal', 'funds', 'balance')),
  attempt int not null default 0 check (attempt >= 0),
  stripe_id text unique, -- of the latest attempt
  failure text,
  created_at timestamptz not null,
  claimed_at timestamptz,
  read_at timestamptz, -- when Stripe was last asked how it stands
  state text not null ${stateCheck('state', refundMoves)},
  state_at timestamptz not null,
  settled_by uuid references account, -- who said that it was paid out by other means
  settled_note text check (char_length(settled_note) <= 500),
  check ((state in ('sent', 'arrived', 'failed')) <= (stripe_id is not null)),
  check ((state = 'paid_otherwise') = (settled_note is not null))
);
create index on refund (invoice_id);
create index on refund (give_back_id);
create index on refund (state) where state in ('due', 'sending', 'sent', 'refused', 'failed');
${guardStates('refund', 'refund')}

-- What an assistant owes for money that went back after it had been sent.
create table assistant_debt (
  id uuid primary key,
  assistant_id uuid not null references account,
  client_id uuid not null references business,
  invoice_id uuid not null references invoice,
  line_id uuid not null references invoice_line,
  earning_id uuid not null references earning,
  cause_kind text not null check (cause_kind in ('dispute', 'chargeback', 'staff', 'query', 'assistant')),
  cause_id uuid not null,
  give_back_id uuid unique references give_back,
  amount_cents bigint not null check (amount_cents > 0),
  reversed_cents bigint not null default 0 check (reversed_cents >= 0),
  recovered_cents bigint not null default 0 check (recovered_cents >= 0), -- from later transfers
  written_off_cents bigint not null default 0 check (written_off_cents >= 0),
  wants_reversal boolean not null, -- one attempt; staff may ask for another
  opened_at timestamptz not null,
  closed_at timestamptz,
  check (reversed_cents + recovered_cents + written_off_cents <= amount_cents),
  check ((closed_at is not null) = (reversed_cents + recovered_cents + written_off_cents = amount_cents))
);
create index on assistant_debt (assistant_id, opened_at);
create index on assistant_debt (invoice_id);
create index on assistant_debt (opened_at) where wants_reversal;

create table debt_write_off (
  id uuid primary key,
  debt_id uuid not null references assistant_debt,
  amount_cents bigint not null check (amount_cents > 0),
  reason_code text not null,
  written_off_by uuid not null references account,
  at timestamptz not null
);
create index on debt_write_off (debt_id);
${appendOnly('debt_write_off')}

alter table transfer
  add column reversed_cents bigint not null default 0,
  add check (reversed_cents between 0 and amount_cents);

create table transfer_reversal (
  id uuid primary key,
  debt_id uuid not null references assistant_debt,
  transfer_id uuid not null references transfer,
  earning_id uuid not null references earning,
  assistant_id uuid not null references account,
  amount_cents bigint not null check (amount_cents > 0),
  state text not null ${stateCheck('state', transferReversalMoves)},
  state_at timestamptz not null,
  claimed_at timestamptz not null,
  stripe_id text unique,
  failure text,
  check ((state = 'sent') = (stripe_id is not null)),
  check ((state = 'refused') = (failure is not null))
);
create index on transfer_reversal (debt_id);
create index on transfer_reversal (transfer_id);
create unique index one_reversal_at_a_time on transfer_reversal (debt_id) where state = 'claimed';
${guardStates('transfer_reversal', 'transfer_reversal')}

-- What a transfer keeps back for a debt. No longer live once the transfer failed.
create table debt_recovery (
  transfer_id uuid not null references transfer,
  debt_id uuid not null references assistant_debt,
  amount_cents bigint not null check (amount_cents > 0),
  live boolean not null,
  primary key (transfer_id, debt_id)
);
create index on debt_recovery (debt_id);

create table bonus (
  id uuid primary key,
  contract_id uuid not null references contract,
  client_id uuid not null references business,
  assistant_id uuid not null references account,
  client_week_id uuid not null, -- billed with this week, or with the next one that is
  amount_cents bigint not null check (amount_cents >= 100),
  note text not null check (char_length(note) <= 500),
  given_by uuid not null references account,
  given_at timestamptz not null,
  line_id uuid unique references invoice_line, -- null until it is billed
  foreign key (client_week_id, client_id) references client_week (id, client_id)
);
create index on bonus (contract_id);
create index on bonus (client_id) where line_id is null;

alter table invoice_line
  alter column contract_week_id drop not null,
  alter column rate_cents drop not null,
  alter column seconds drop not null,
  alter column minutes drop not null,
  add constraint a_bonus_has_no_hours check (
    (kind = 'bonus') = (contract_week_id is null)
    and (kind = 'bonus') = (rate_cents is null) and (kind = 'bonus') = (seconds is null) and (kind = 'bonus') = (minutes is null));

grant usage on sequence credit_note_number to kontor_app;
${appMay('select, insert, update', 'earning_hold', 'give_back', 'refund', 'assistant_debt', 'transfer_reversal', 'debt_recovery', 'bonus')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: what went back cannot be unmade');
  }
}
