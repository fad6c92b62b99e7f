import { Client } from 'pg';

import { prepareDatabase } from '../../apps/worker/src/prepare-database.ts';

const TEMPLATE = 'kontor_template';
const LOCK = 4280;

/** The name of the migrated database that test databases are cloned from, made by whichever Jest worker comes first. */
export async function templateDatabase(serverUrl: string): Promise<string> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [TEMPLATE]);
    if (!rowCount) await makeTemplate(client, serverUrl);
  } finally {
    await client.end();
  }
  return TEMPLATE;
}

/** A database is cloned only while nobody is connected to it: it gets its final name once the migration has left it. */
async function makeTemplate(client: Client, serverUrl: string): Promise<void> {
  const draft = `${TEMPLATE}_draft`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft}`);
  await prepareDatabase(databaseUrl(serverUrl, draft));
  await rememberReferenceRows(databaseUrl(serverUrl, draft));
  await client.query(`alter database ${draft} rename to ${TEMPLATE}`);
}

/** Rows that the migrations wrote are kept aside in schema `pristine`, for `reset()` to put back. */
async function rememberReferenceRows(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('create schema pristine');
    const { rows } = await client.query<{ name: string }>(BUSINESS_TABLES);
    for (const { name } of rows) {
      const { rowCount } = await client.query(`select from public.${name} limit 1`);
      if (rowCount) await client.query(`create table pristine.${name} as table public.${name}`);
    }
  } finally {
    await client.end();
  }
}

export const BUSINESS_TABLES = `
  select quote_ident(relname) as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')`;

export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
