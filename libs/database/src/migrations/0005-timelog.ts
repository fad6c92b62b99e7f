import type { MigrationInterface, QueryRunner } from 'typeorm';

import { appendOnly, appMay, guardStates, legalTransitions, stateCheck } from './sql.ts';

const weekMoves = { open: ['frozen', 'zero'], zero: [], frozen: ['invoiced'], invoiced: ['accepted'], accepted: [] };
const reviewMoves = {
  pending: ['approved', 'accepted_by_silence', 'disputed'],
  disputed: ['resolved'],
  approved: [],
  accepted_by_silence: [],
  resolved: [],
};

/** Time worked. Nobody can be paid twice for one second: the database forbids it. */
export class Timelog implements MigrationInterface {
  readonly name = 'Timelog1795300000005';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
${legalTransitions('week', weekMoves)}
${legalTransitions('review', reviewMoves)}

create table cycle_policy (
  effective_from timestamptz primary key,
  freeze_hour int not null check (freeze_hour between 0 and 23),
  review_ends_day int not null check (review_ends_day between 1 and 7),
  shortest_review_hours int not null check (shortest_review_hours > 0),
  hold_days int not null check (hold_days >= 0)
);
insert into cycle_policy values ('2020-01-01Z', 12, 5, 72, 5);
${appMay('select', 'cycle_policy')}

-- A client's work weeks: [start, end) that never overlap. Deadlines are computed in TypeScript by timeline().
create table client_week (
  id uuid primary key,
  client_id uuid not null references business,
  during tstzrange not null check (lower_inc(during) and not upper_inc(during) and not lower_inf(during) and not upper_inf(during)),
  zone text not null,
  freezes_at timestamptz not null,
  review_until timestamptz not null, -- Friday 24:00; the review ends then, or 72 h after issue when that is later
  check (freezes_at >= upper(during) and review_until > freezes_at),
  exclude using gist (client_id with =, during with &&),
  unique (id, client_id)
);
create unique index on client_week (client_id, lower(during));
create index on client_week (freezes_at);

-- One contract's part of that week. The counters are moved by guarded updates; the invariants recompute them.
create table contract_week (
  id uuid primary key,
  client_week_id uuid not null,
  client_id uuid not null,
  contract_id uuid not null references contract,
  assistant_id uuid not null references account,
  rate_cents bigint not null check (rate_cents between 1000 and 2500),
  limit_seconds bigint not null check (limit_seconds > 0),
  counted_seconds bigint not null default 0, -- within the limit: these are billed
  over_limit_seconds bigint not null default 0 check (over_limit_seconds >= 0),
  state text not null ${stateCheck('state', weekMoves)},
  state_at timestamptz not null,
  review_state text ${stateCheck('review_state', reviewMoves)},
  review_state_at timestamptz,
  constraint within_weekly_limit check (counted_seconds between 0 and limit_seconds),
  check ((review_state is null) = (state in ('open', 'zero', 'frozen'))),
  foreign key (client_week_id, client_id) references client_week (id, client_id),
  unique (contract_id, client_week_id),
  unique (id, contract_id, assistant_id)
);
create index on contract_week (client_week_id);
create index on contract_week (assistant_id);
create index on contract_week (state) where state in ('open', 'frozen');

create function limit_only_rises() returns trigger language plpgsql as $$
begin
  raise exception 'the limit of a week only rises within it' using errcode = 'KT004', constraint = 'limit_only_rises';
end $$;
create trigger limit_only_rises before update on contract_week
  for each row when (new.limit_seconds < old.limit_seconds or new.rate_cents <> old.rate_cents) execute function limit_only_rises();

create table time_import (
  id uuid primary key,
  assistant_id uuid not null references account,
  contract_id uuid not null references contract,
  file_name text not null,
  rows int not null check (rows > 0),
  zone text not null,
  imported_at timestamptz not null
);
create index on time_import (assistant_id);

create table time_entry (
  id uuid primary key,
  contract_week_id uuid not null,
  contract_id uuid not null,
  assistant_id uuid not null,
  during tstzrange not null, -- [start, end); a running timer has no end
  note text not null check (char_length(btrim(note)) between 10 and 500),
  source text not null check (source in ('timer', 'manual', 'import')),
  bucket text not null default 'within' check (bucket in ('within', 'over_limit')),
  import_id uuid references time_import,
  created_at timestamptz not null,
  -- What one command logged: the pieces at a week's edge and at the limit. A timer keeps it over the edge, and so its 12 hours.
  chain_id uuid not null default uuidv7(),
  foreign key (contract_week_id, contract_id, assistant_id) references contract_week (id, contract_id, assistant_id),
  constraint whole_seconds check (
    not isempty(during) and lower_inc(during) and not upper_inc(during) and not lower_inf(during)
    and date_trunc('second', lower(during), 'UTC') = lower(during)
    and (upper_inf(during) or date_trunc('second', upper(during), 'UTC') = upper(during))),
  constraint only_timers_run check (source = 'timer' or not upper_inf(during)),
  constraint one_second_one_client exclude using gist (assistant_id with =, during with &&)
);
create index on time_entry (contract_week_id);
create index on time_entry (chain_id);
create index on time_entry (assistant_id) where upper_inf(during);

-- Frozen is frozen, whoever asks. FOR SHARE makes an entry and a freeze of its week wait for each other.
create function entry_in_open_week() returns trigger language plpgsql as $$
declare
  entry time_entry := case when tg_op = 'DELETE' then old else new end;
  week record;
begin
  select w.state, c.during into week from contract_week w join client_week c on c.id = w.client_week_id
   where w.id = entry.contract_week_id for share of w;
  if week.state <> 'open' then
    raise exception 'week % is frozen', entry.contract_week_id using errcode = 'KT005', constraint = 'week_is_frozen';
  end if;
  if tg_op <> 'DELETE' and not (case when upper_inf(entry.during) then week.during @> lower(entry.during) else week.during @> entry.during end) then
    raise exception 'entry % leaves its week', entry.id using errcode = 'KT006', constraint = 'entry_within_week';
  end if;
  if tg_op = 'UPDATE' and old.contract_week_id <> new.contract_week_id then
    perform 1 from contract_week w where w.id = old.contract_week_id and w.state = 'open' for share;
    if not found then
      raise exception 'week % is frozen', old.contract_week_id using errcode = 'KT005', constraint = 'week_is_frozen';
    end if;
  end if;
  return entry;
end $$;
create trigger entry_in_open_week before insert or update or delete on time_entry
  for each row execute function entry_in_open_week();

-- Every version of every entry, readable by both parties.
create table time_entry_version (
  id bigint generated always as identity primary key,
  entry_id uuid not null,
  contract_week_id uuid not null references contract_week,
  change text not null check (change in ('logged', 'started', 'stopped', 'edited', 'trimmed', 'split', 'moved', 'deleted')),
  actor_id uuid references account, -- null: Kontor itself
  at timestamptz not null,
  before jsonb,
  after jsonb,
  reason text,
  check (before is not null or after is not null)
);
create index on time_entry_version (entry_id, id);
create index on time_entry_version (contract_week_id);
${appendOnly('time_entry_version')}

${guardStates('week', 'contract_week')}
${guardStates('review', 'contract_week', 'review_state', 'review_state_at')}
${appMay('select, insert, update', 'client_week', 'contract_week')}
${appMay('select, insert', 'time_import')}
${appMay('select, insert, update, delete', 'time_entry')}
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: worked time cannot be unmade');
  }
}
