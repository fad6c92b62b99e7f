/** Objects are JSON as the API shows them; what the API hides (card behaviour, bank numbers) stands beside it. */
export const tables = `
create table if not exists object (
  seq integer primary key autoincrement,
  id text not null unique,
  type text not null,
  account text not null,
  created integer not null,
  json text not null,
  hidden text not null default '{}',
  email text generated always as (json_extract(json, '$.email')) virtual,
  customer text generated always as (json_extract(json, '$.customer')) virtual,
  payment_intent text generated always as (json_extract(json, '$.payment_intent')) virtual,
  charge text generated always as (json_extract(json, '$.charge')) virtual,
  transfer_group text generated always as (json_extract(json, '$.transfer_group')) virtual,
  destination text generated always as (json_extract(json, '$.destination')) virtual,
  source text generated always as (json_extract(json, '$.source')) virtual,
  source_transaction text generated always as (json_extract(json, '$.source_transaction')) virtual,
  transfer text generated always as (json_extract(json, '$.transfer')) virtual,
  setup_intent text generated always as (json_extract(json, '$.setup_intent')) virtual,
  kind text generated always as (json_extract(json, '$.type')) virtual,
  status text generated always as (json_extract(json, '$.status')) virtual,
  currency text generated always as (json_extract(json, '$.currency')) virtual,
  net integer generated always as (json_extract(json, '$.net')) virtual,
  available_on integer generated always as (json_extract(json, '$.available_on')) virtual,
  arrival_date integer generated always as (json_extract(json, '$.arrival_date')) virtual,
  paid_out_by text generated always as (json_extract(hidden, '$.paidOutBy')) virtual
);
create index if not exists object_by_type on object (type, account, seq);
create index if not exists object_by_customer on object (type, customer);
create index if not exists object_by_payment_intent on object (type, payment_intent);
create index if not exists object_by_charge on object (type, charge);
create index if not exists object_by_transfer_group on object (type, transfer_group);
create index if not exists object_by_source_transaction on object (type, source_transaction);
create index if not exists object_by_source on object (type, source);
create index if not exists object_by_transfer on object (type, transfer);
create index if not exists object_by_availability on object (type, account, currency, available_on, net);
create index if not exists object_by_payout on object (paid_out_by);

create table if not exists due (
  id integer primary key autoincrement,
  at integer not null,
  kind text not null,
  subject text not null,
  unique (kind, subject)
);
create index if not exists due_by_instant on due (at, id);

create table if not exists delivery (
  id integer primary key autoincrement,
  event text not null,
  endpoint text not null,
  state text not null default 'pending',
  tries integer not null default 0,
  not_before integer not null default 0,
  reversed integer not null default 0,
  problem text
);
create index if not exists delivery_by_state on delivery (state, not_before);
create index if not exists delivery_by_event on delivery (event, state);

create table if not exists idempotency (
  account text not null,
  key text not null,
  version integer not null,
  fingerprint text not null,
  request_id text not null,
  status integer not null,
  body text not null,
  expires integer not null,
  primary key (account, key, version)
);

create index if not exists idempotency_by_expiry on idempotency (expires);

create table if not exists request (
  seq integer primary key autoincrement,
  id text not null,
  at integer not null,
  method text not null,
  path text not null,
  account text not null,
  idempotency_key text,
  params text not null,
  status integer not null,
  replayed integer not null,
  error text
);

create table if not exists fault (
  id integer primary key autoincrement,
  rule text not null,
  seen integer not null default 0,
  done integer not null default 0
);

create table if not exists finding (
  id integer primary key autoincrement,
  kind text not null,
  text text not null
);

create table if not exists setting (name text primary key, value text);
`;
