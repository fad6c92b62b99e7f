import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

const NOTHING_TO_LOSE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '4GB' };

/** A server that is deleted when stopped or when this process dies: for tests, the demo and the benchmark. */
export async function startThrowAwayPostgres(
  database: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-postgres-'));
  chmodSync(folder, 0o711); // The server's account walks through it; what is inside keeps its own modes.
  try {
    const server = await startEmbeddedPostgres({
      folder,
      database,
      throwAway: true,
      settings: { ...NOTHING_TO_LOSE, ...settings },
    });
    const stop = () => server.stop().then(() => rmSync(folder, { recursive: true, force: true }));
    return { ...server, stop };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
