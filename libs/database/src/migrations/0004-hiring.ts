import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appMay, guardStates, legalTransitions, stateCheck } from './sql.ts';

const briefMoves = { open: ['closed'], closed: [] };
const contractMoves = {
  offered: ['active', 'declined', 'withdrawn', 'expired'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  declined: [],
  withdrawn: [],
  expired: [],
  ended: [],
};

/** Briefs, and hourly contracts from offer to ending. */
export class Hiring implements MigrationInterface {
  readonly name = 'Hiring1795300000004';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
${legalTransitions('brief', briefMoves)}
${legalTransitions('contract', contractMoves)}

-- Fixed on the contract when it is signed; never changed backwards.
create table fee_schedule (
  effective_from timestamptz primary key,
  client_fee_bp int not null check (client_fee_bp between 0 and 3000),
  assistant_fee_bp int not null check (assistant_fee_bp between 0 and 3000)
);
insert into fee_schedule (effective_from, client_fee_bp, assistant_fee_bp) values ('2020-01-01Z', 1000, 0);
${appMay('select', 'fee_schedule')}

create table brief (
  id uuid primary key,
  client_id uuid not null references business,
  posted_by uuid not null references account,
  title text not null check (char_length(btrim(title)) between 3 and 120),
  description text not null default '' check (char_length(description) <= 4000),
  weekly_minutes int not null check (weekly_minutes between 60 and 10080),
  min_rate_cents bigint not null check (min_rate_cents between 1000 and 2500),
  max_rate_cents bigint not null check (max_rate_cents between 1000 and 2500),
  languages text[] not null check (cardinality(languages) >= 1),
  overlap_minutes int not null default 0 check (overlap_minutes between 0 and 10080), -- wanted a week, in the client's working day
  starts_on date not null,
  state text not null ${stateCheck('state', briefMoves)},
  state_at timestamptz not null,
  created_at timestamptz not null,
  check (max_rate_cents >= min_rate_cents)
);
create index on brief (client_id);
create table brief_specialty (
  brief_id uuid not null references brief, specialty text not null references specialty, primary key (brief_id, specialty)
);
create table brief_tool (
  brief_id uuid not null references brief, tool text not null references tool, primary key (brief_id, tool)
);

create table contract (
  id uuid primary key,
  client_id uuid not null references business,
  assistant_id uuid not null references account,
  brief_id uuid references brief,
  title text not null check (char_length(btrim(title)) between 3 and 120),
  rate_cents bigint not null check (rate_cents between 1000 and 2500),
  weekly_limit_minutes int not null check (weekly_limit_minutes between 15 and 10080),
  client_fee_bp int not null check (client_fee_bp between 0 and 3000),
  assistant_fee_bp int not null check (assistant_fee_bp between 0 and 3000),
  offered_by uuid not null references account,
  offered_at timestamptz not null,
  offer_expires_at timestamptz not null check (offer_expires_at > offered_at),
  started_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references account,
  state text not null ${stateCheck('state', contractMoves)},
  state_at timestamptz not null,
  check ((state in ('active', 'paused', 'ended')) = (started_at is not null)),
  check ((state = 'ended') = (ended_at is not null))
);
create index on contract (client_id);
create index on contract (assistant_id) where state in ('offered', 'active', 'paused');
create index on contract (offer_expires_at) where state = 'offered';
create unique index one_live_contract_a_brief on contract (brief_id, assistant_id) where state in ('offered', 'active', 'paused');

-- Nobody is party to both sides of one contract, directly or through a business they belong to.
create function refuse_self_dealing(client uuid, assistant uuid) returns void language plpgsql as $$
begin
  perform 1 from business_member m where m.business_id = client and m.account_id = assistant;
  if found then
    raise exception 'one person on both sides of a contract' using errcode = 'KT003', constraint = 'no_self_dealing';
  end if;
end $$;
-- The business is locked first: of an offer and a membership at once, each would else miss the other.
create function contract_has_two_sides() returns trigger language plpgsql as $$
begin
  perform 1 from business where id = new.client_id for no key update;
  perform refuse_self_dealing(new.client_id, new.assistant_id);
  return new;
end $$;
create function member_is_on_one_side() returns trigger language plpgsql as $$
begin
  perform 1 from business where id = new.business_id for no key update;
  perform refuse_self_dealing(c.client_id, c.assistant_id) from contract c
    where c.client_id = new.business_id and c.assistant_id = new.account_id and c.state in ('offered', 'active', 'paused');
  return null;
end $$;
create trigger no_self_dealing before insert on contract for each row execute function contract_has_two_sides();
create trigger no_self_dealing after insert on business_member for each row execute function member_is_on_one_side();

${guardStates('brief', 'brief')}
${guardStates('contract', 'contract')}
${appMay('select, insert, update', 'brief', 'contract')}
${appMay('select, insert', 'brief_specialty', 'brief_tool')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: contracts cannot be unmade');
  }
}
