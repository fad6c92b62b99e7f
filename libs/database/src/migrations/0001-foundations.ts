import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appendOnly, appMay } from './sql.ts';

/** Rounding's SQL twins, state machines, events and their effects, keys that clients repeat, Stripe's webhooks. */
export class Foundations implements MigrationInterface {
  readonly name = 'Foundations1795300000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create extension if not exists btree_gist;
create extension if not exists citext;

do $$ begin
  if not exists (select from pg_roles where rolname = 'kontor_app') then create role kontor_app nologin; end if;
exception when duplicate_object or unique_violation then null; -- another database of this server made it just now
end $$;
do $$ begin execute format('grant kontor_app to %I', current_user);
exception when others then if sqlerrm not like '%concurrently updated%' then raise; end if; end $$;
grant usage on schema public to kontor_app;

-- Half up, as kernel's Money has it: a property test holds the two equal.
create function bill_minutes(seconds bigint) returns bigint language sql immutable strict parallel safe
  return (2 * seconds + 60) / 120;
create function amount_for(rate_cents bigint, minutes bigint) returns bigint language sql immutable strict parallel safe
  return (2 * rate_cents * minutes + 60) / 120;
create function fee_of(amount_cents bigint, basis_points bigint) returns bigint language sql immutable strict parallel safe
  return (2 * amount_cents * basis_points + 10000) / 20000;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'KT002', constraint = tg_name;
end $$;

create table legal_transition (
  machine text not null, from_state text not null, to_state text not null,
  primary key (machine, from_state, to_state)
);
${appMay('select', 'legal_transition')}

create table state_history (
  id bigint generated always as identity primary key,
  machine text not null, row_id uuid not null, from_state text not null, to_state text not null, at timestamptz not null
);
create index on state_history (row_id, machine, id);
${appendOnly('state_history')}

create table event (
  id uuid primary key, type text not null, payload jsonb not null, occurred_at timestamptz not null
);
create index on event (occurred_at);
${appendOnly('event')}

create table event_effect (
  handler text not null, event_id uuid not null references event, primary key (handler, event_id)
);
${appendOnly('event_effect')}

create table idempotency_key (
  user_id uuid not null, key text not null check (char_length(key) between 8 and 255), request_hash bytea not null,
  claimed_at timestamptz not null, result_id uuid, primary key (user_id, key)
);
${appMay('select, insert, update', 'idempotency_key')}

create table webhook_inbox (
  id text primary key, type text not null, object_id text not null, account text, received_at timestamptz not null
);
create index on webhook_inbox (object_id);
${appendOnly('webhook_inbox')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: what was paid cannot be unmade');
  }
}
