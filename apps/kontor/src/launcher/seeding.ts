import { Client } from 'pg';

/** `foreign`: migrated by somebody else than this launcher, who will not want a demo market in it. */
export type SeedingState = 'new' | 'begun' | 'done' | 'foreign';

/** How far the demo market of this database came, written down where it cannot be parted from it: in its comment. */
export function seedingState(ownerUrl: string): Promise<SeedingState> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ comment: string | null; migrated: boolean }>(
      `select shobj_description(oid, 'pg_database') as comment, to_regclass('public.migration') is not null as migrated
       from pg_database where datname = current_database()`,
    );
    const noted = /^Kontor demo market: (begun|done)$/.exec(rows[0]?.comment ?? '')?.[1];
    return (noted as 'begun' | 'done' | undefined) ?? (rows[0]?.migrated ? 'foreign' : 'new');
  });
}

export function noteSeeding(ownerUrl: string, state: 'begun' | 'done'): Promise<void> {
  return withClient(ownerUrl, async (client) => {
    const database = client.escapeIdentifier(client.database ?? '');
    await client.query(`comment on database ${database} is 'Kontor demo market: ${state}'`);
  });
}

/** Away with a database whose seeding was interrupted. */
export function emptyDatabase(ownerUrl: string): Promise<void> {
  const server = new URL(ownerUrl);
  server.pathname = '/postgres';
  return withClient(server.href, async (client) => {
    const database = client.escapeIdentifier(decodeURIComponent(new URL(ownerUrl).pathname.slice(1)));
    await client.query(`drop database if exists ${database} with (force)`);
    await client.query(`create database ${database}`);
  });
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
