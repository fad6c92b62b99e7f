import { DataSource } from 'typeorm';

import { migrations } from './migrations/index.ts';

/** Any number, as long as nothing else in the database locks the same one. */
const MIGRATION_LOCK = 7_206_001;

/**
 * Brings the database to this version, as its owner. Of several processes that start at once one migrates and the
 * others wait for it; all or nothing happens.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const dataSource = await new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations,
    migrationsTableName: 'migration',
    extra: { max: 2, options: '-c timezone=UTC' },
  }).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await dataSource.runMigrations({ transaction: 'all' });
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
    await dataSource.destroy();
  }
}
