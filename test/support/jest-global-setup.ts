import { startThrowAwayPostgres } from '../../apps/kontor/src/postgres/throw-away-postgres.ts';

/** One PostgreSQL for the whole run; specs reach it through `testDatabase()`. It dies with Jest, however Jest dies. */
export default async function startServer(): Promise<void> {
  const server = await startThrowAwayPostgres('postgres', { max_connections: '200' });
  process.env.KONTOR_TEST_SERVER = server.url;
  globalThis.stopTestServer = server.stop;
}

declare global {
  var stopTestServer: (() => Promise<void>) | undefined;
}
