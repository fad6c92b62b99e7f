import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appendOnly, appMay, guardStates, legalTransitions, stateCheck } from './sql.ts';

const disputeMoves = {
  open: ['answered', 'accepted', 'deciding', 'withdrawn'],
  answered: ['settled', 'withdrawn', 'deciding'],
  deciding: ['decided', 'settled', 'withdrawn'],
  decided: ['appealed', 'final'],
  appealed: ['final'],
  accepted: [],
  settled: [],
  withdrawn: [],
  final: [],
};
const entryQueryMoves = {
  asked: ['answered', 'corrected'],
  answered: [],
  corrected: ['agreed', 'declined'],
  agreed: [],
  declined: [],
};

/** Questions about entries, disputes of them, the evidence, and how they are decided. */
export class Disputes implements MigrationInterface {
  readonly name = 'Disputes1795300000016';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
${legalTransitions('dispute', disputeMoves)}
${legalTransitions('entry_query', entryQueryMoves)}

-- A question about one entry. It stops no clock.
create table entry_query (
  id uuid primary key,
  entry_id uuid not null references time_entry,
  line_id uuid not null references invoice_line,
  contract_week_id uuid not null references contract_week,
  client_id uuid not null references business,
  assistant_id uuid not null references account,
  asked_by uuid not null references account,
  asked_at timestamptz not null,
  question text not null check (char_length(question) between 10 and 4000),
  state text not null ${stateCheck('state', entryQueryMoves)},
  state_at timestamptz not null,
  answer text check (char_length(answer) between 10 and 4000),
  answered_at timestamptz,
  correction_seconds bigint check (correction_seconds > 0), -- to be taken off the entry
  correction_amount_cents bigint check (correction_amount_cents >= 0),
  correction_fee_cents bigint check (correction_fee_cents >= 0),
  check ((state = 'asked') = (answer is null)),
  check ((answer is null) = (answered_at is null)),
  check ((state in ('corrected', 'agreed', 'declined')) = (correction_seconds is not null)),
  check ((correction_seconds is null) = (correction_amount_cents is null) and (correction_seconds is null) = (correction_fee_cents is null))
);
create index on entry_query (contract_week_id);
create index on entry_query (assistant_id);
create index on entry_query (client_id);
create unique index one_open_query on entry_query (entry_id) where state in ('asked', 'corrected');

create sequence dispute_number;

create table dispute (
  id uuid primary key,
  number text not null unique,
  origin text not null check (origin in ('review', 'late_claim')),
  ground text not null check (ground in ('not_worked', 'not_as_described', 'note_missing', 'duplicate', 'fraud')),
  reason text not null check (char_length(reason) between 10 and 4000),
  contract_id uuid not null references contract,
  contract_week_id uuid not null references contract_week,
  client_id uuid not null references business,
  assistant_id uuid not null references account,
  invoice_id uuid not null references invoice,
  opened_by uuid not null references account,
  opened_at timestamptz not null,
  state text not null ${stateCheck('state', disputeMoves)},
  state_at timestamptz not null,
  due_at timestamptz, -- when silence has its effect, or staff should have decided; null: nobody is waited for
  warn_at timestamptz check (warn_at < due_at), -- null: nobody needs a warning (any more)
  alarmed_at timestamptz, -- staff are late, and somebody has been told
  claimed_by uuid references account,
  claimed_at timestamptz,
  claim_expires_at timestamptz check (claim_expires_at > claimed_at),
  closed_at timestamptz,
  outcome text check (outcome in ('accepted', 'settled', 'withdrawn', 'paid', 'refunded', 'split')),
  check (ground <> 'fraud' or origin = 'late_claim'),
  check ((due_at is null) = (state in ('accepted', 'settled', 'withdrawn', 'final'))),
  check ((closed_at is not null) = (state in ('accepted', 'settled', 'withdrawn', 'final'))),
  check ((closed_at is null) = (outcome is null)),
  check ((claimed_by is null) = (claimed_at is null) and (claimed_by is null) = (claim_expires_at is null))
);
create index on dispute (client_id, assistant_id, opened_at);
create index on dispute (assistant_id, opened_at);
create index on dispute (contract_week_id);
create index on dispute (due_at) where due_at is not null;
create index on dispute (warn_at) where warn_at is not null;

-- What of an entry is disputed: a line of the dispute.
create table dispute_line (
  id uuid primary key,
  dispute_id uuid not null references dispute,
  entry_id uuid not null references time_entry,
  line_id uuid not null references invoice_line,
  seconds bigint not null check (seconds > 0),
  refunded_seconds bigint check (refunded_seconds between 0 and seconds), -- null: not ended yet
  unique (dispute_id, entry_id)
);
create index on dispute_line (entry_id);

-- The same by line of the invoice, as money is: its share is held until the end.
create table dispute_share (
  id uuid primary key,
  dispute_id uuid not null references dispute,
  line_id uuid not null references invoice_line,
  earning_id uuid references earning, -- null: it was released before anybody disputed it
  seconds bigint not null check (seconds > 0),
  amount_cents bigint not null check (amount_cents >= 0),
  fee_cents bigint not null check (fee_cents >= 0),
  refunded_seconds bigint check (refunded_seconds between 0 and seconds),
  refunded_amount_cents bigint check (refunded_amount_cents >= 0),
  refunded_fee_cents bigint check (refunded_fee_cents >= 0),
  unique (dispute_id, line_id),
  check ((refunded_seconds is null) = (refunded_amount_cents is null) and (refunded_seconds is null) = (refunded_fee_cents is null))
);
create index on dispute_share (earning_id);

create table dispute_offer (
  id uuid primary key,
  dispute_id uuid not null unique references dispute,
  made_by uuid not null references account,
  made_at timestamptz not null,
  amount_cents bigint not null check (amount_cents >= 0),
  fee_cents bigint not null check (fee_cents >= 0),
  answer text check (answer in ('taken', 'declined')),
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);

create table dispute_offer_line (
  offer_id uuid not null references dispute_offer,
  dispute_line_id uuid not null references dispute_line,
  refund_seconds bigint not null check (refund_seconds > 0),
  primary key (offer_id, dispute_line_id)
);
${appendOnly('dispute_offer_line')}

-- What each side says, and the files they bring, for good.
create table dispute_statement (
  id uuid primary key,
  dispute_id uuid not null references dispute,
  side text not null check (side in ('client', 'assistant', 'staff')),
  by_id uuid not null references account,
  at timestamptz not null,
  kind text not null check (kind in ('opening', 'answer', 'offer', 'statement', 'appeal', 'file')),
  text text not null check (char_length(text) <= 4000),
  file_id uuid references stored_file,
  check ((kind = 'file') = (file_id is not null))
);
create index on dispute_statement (dispute_id, id);
${appendOnly('dispute_statement')}

-- Frozen when the dispute opened; the database hashes it again.
create table evidence_pack (
  dispute_id uuid primary key references dispute,
  frozen_at timestamptz not null,
  content text not null,
  sha256 text not null,
  constraint evidence_is_what_was_hashed check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);
${appendOnly('evidence_pack')}

-- What a member of staff proposes. It decides once it has its signatures; a newer proposal takes its place until then.
create table dispute_decision (
  id uuid primary key,
  dispute_id uuid not null references dispute,
  round int not null check (round in (1, 2)), -- 2: of the appeal
  proposed_by uuid not null references account,
  proposed_at timestamptz not null,
  carried_by text not null check (carried_by in ('assistant', 'platform')),
  needs_second boolean not null,
  version text not null check (version ~ '^[0-9a-f]{64}$'),
  paid_amount_cents bigint not null,
  paid_fee_cents bigint not null,
  refunded_amount_cents bigint not null check (refunded_amount_cents >= 0),
  refunded_fee_cents bigint not null check (refunded_fee_cents >= 0),
  decided_at timestamptz,
  superseded_at timestamptz,
  check (decided_at is null or superseded_at is null)
);
create index on dispute_decision (dispute_id);
create unique index one_decision_a_round on dispute_decision (dispute_id, round) where superseded_at is null;

create table dispute_decision_line (
  decision_id uuid not null references dispute_decision,
  dispute_line_id uuid not null references dispute_line,
  verdict text not null check (verdict in ('pay', 'refund', 'split')),
  refund_seconds bigint not null check (refund_seconds >= 0),
  rule_id text not null,
  reason text not null check (char_length(reason) between 10 and 4000),
  primary key (decision_id, dispute_line_id)
);
${appendOnly('dispute_decision_line')}

-- Both sign the same version.
create table dispute_signature (
  decision_id uuid not null references dispute_decision,
  staff_id uuid not null references account,
  version text not null,
  signed_at timestamptz not null,
  primary key (decision_id, staff_id)
);
${appendOnly('dispute_signature')}

-- When a contract was paused: no time is logged for it then, not even afterwards. Kept here, whoever pauses, resumes or ends it.
create table contract_pause (
  contract_id uuid not null references contract,
  began_at timestamptz not null,
  ended_at timestamptz check (ended_at >= began_at), -- null: it lasts
  primary key (contract_id, began_at)
);
create unique index one_pause_at_a_time on contract_pause (contract_id) where ended_at is null;
create function contract_pauses() returns trigger language plpgsql as $$
begin
  if new.state = 'paused' then
    insert into contract_pause (contract_id, began_at) values (new.id, new.state_at) on conflict do nothing;
  else
    update contract_pause set ended_at = new.state_at where contract_id = new.id and ended_at is null;
  end if;
  return null;
end $$;
create trigger contract_pauses after update of state on contract for each row
  when ('paused' in (old.state, new.state) and old.state <> new.state) execute function contract_pauses();
${appMay('select, insert, update', 'contract_pause')}

${guardStates('dispute', 'dispute')}
${guardStates('entry_query', 'entry_query')}
grant usage on sequence dispute_number to kontor_app;
${appMay('select, insert, update', 'entry_query', 'dispute', 'dispute_line', 'dispute_share', 'dispute_offer', 'dispute_decision')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: disputes cannot be unmade');
  }
}
