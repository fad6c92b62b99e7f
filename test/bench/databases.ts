import { Client } from 'pg';

export interface BenchDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A new database, empty or a copy; what it took to make is on disk before anybody starts a clock. */
export async function databaseNamed(serverUrl: string, name: string, copyOf?: string): Promise<BenchDatabase> {
  const drop = () => query(serverUrl, `drop database if exists ${name} with (force)`);
  await drop();
  await query(serverUrl, `create database ${name}${copyOf ? ` template ${copyOf} strategy file_copy` : ''}`);
  await query(serverUrl, 'checkpoint');
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop };
}

async function query(url: string, sql: string): Promise<void> {
  await withClient(url, (client) => client.query(sql));
}

export async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
