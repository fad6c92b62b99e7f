import { Client } from 'pg';

import { databaseUrl, templateDatabase } from './template-database.ts';

export interface TestDatabase {
  /** For migrations and for whatever needs the owner's rights. */
  ownerUrl: string;
  /** What the app is given. The same login: its DataSource takes the lesser role by `options: '-c role=kontor_app'`. */
  url: string;
  /** Puts every row back to what the migrations wrote, and empties the job queues. Leave no transaction open. */
  reset(): Promise<void>;
  drop(): Promise<void>;
}

/** This Jest worker's own database, as the migrations leave it. Later spec files of the worker get the same, reset. */
export async function testDatabase(): Promise<TestDatabase> {
  const serverUrl = process.env.KONTOR_TEST_SERVER;
  if (!serverUrl) throw new Error('There is no test server: specs are run by Jest with its global setup.');
  const name = `kontor_test_${process.env.JEST_WORKER_ID ?? '1'}`;
  const isNew = await onServer(serverUrl, (server) => createUnlessThere(server, serverUrl, name));
  const url = databaseUrl(serverUrl, name);
  const database: TestDatabase = {
    ownerUrl: url,
    url,
    reset: () => reset(url),
    drop: () =>
      onServer(serverUrl, (server) => server.query(`drop database if exists ${name} with (force)`)).then(
        () => undefined,
      ),
  };
  if (!isNew) await database.reset();
  return database;
}

async function createUnlessThere(server: Client, serverUrl: string, name: string): Promise<boolean> {
  const { rowCount } = await server.query('select from pg_database where datname = $1', [name]);
  if (rowCount) return false;
  await server.query(`create database ${name} template ${await templateDatabase(serverUrl)}`);
  return true;
}

async function reset(url: string): Promise<void> {
  await onServer(url, async (client) => {
    try {
      await client.query(RESET);
    } catch (error) {
      if ((error as { code?: string }).code !== '55P03') throw error;
      const { rows } = await client.query(OPEN_TRANSACTIONS);
      throw new Error(`reset() waited ${LOCK_TIMEOUT} for open transactions: ${JSON.stringify(rows)}`, {
        cause: error,
      });
    }
  });
}

const LOCK_TIMEOUT = '5s';

const OPEN_TRANSACTIONS = `
  select state, query from pg_stat_activity
  where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`;

/**
 * One statement, some milliseconds. As a replica, triggers and foreign keys sleep: an append-only table can be
 * emptied, and in any order. DELETE and not TRUNCATE: for the few rows of a test it is ten times faster.
 */
const RESET = `
  do $$
  declare
    name text;
    columns text;
  begin
    set local session_replication_role = replica;
    set local lock_timeout = '${LOCK_TIMEOUT}';
    for name in
      select quote_ident(relname) from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
        and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
    loop
      execute 'delete from public.' || name;
    end loop;
    for name, columns in
      select quote_ident(t.table_name), string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position)
      from information_schema.tables t
      join information_schema.columns c on c.table_schema = 'public' and c.table_name = t.table_name
      where t.table_schema = 'pristine' and c.is_generated = 'NEVER'
      group by t.table_name
    loop
      execute format('insert into public.%1$s (%2$s) overriding system value select %2$s from pristine.%1$s', name, columns);
    end loop;
    for name in
      select quote_ident(relname) from pg_class
      where relnamespace = to_regnamespace('pgboss') and relkind in ('r', 'p') and not relispartition
        and relname in ('job', 'archive', 'job_dependency', 'warning')
    loop
      execute 'delete from pgboss.' || name;
    end loop;
  end $$`;

async function onServer<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
