import { appDataSource } from '@app/database';
import { Column, Entity, type EntityTarget, type ObjectLiteral, PrimaryColumn } from 'typeorm';

import { entities as apiEntities } from '../../apps/api/src/entities.ts';
import { entities as workerEntities } from '../../apps/worker/src/worker.module.ts';
import { testDatabase } from '../support/database.ts';

/**
 * What TypeORM would take away because no entity names it: keys, checks, indexes and defaults. They are written in the
 * migrations alone, in SQL, since decorators cannot say half of them (partial, exclusion, across libs); taking one
 * away breaks the specs of what it refuses. Whatever else TypeORM would do is a difference of columns: drift.
 */
const SAID_IN_SQL_ALONE =
  /^(ALTER TABLE "\w+" DROP CONSTRAINT|DROP INDEX|ALTER TABLE "\w+" ALTER COLUMN "\w+" DROP DEFAULT)/;

async function drift(entities: EntityTarget<ObjectLiteral>[]): Promise<string[]> {
  const dataSource = await appDataSource((await testDatabase()).url, entities).initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query).filter((query) => !SAID_IN_SQL_ALONE.test(query));
  } finally {
    await dataSource.destroy();
  }
}

test('every entity has the columns of its table, with their types and keys', async () => {
  const entities = [...new Set([...apiEntities, ...workerEntities])];
  expect(entities.length).toBeGreaterThan(5);
  expect(await drift(entities)).toEqual([]);
});

test('a column that is missing, of another type or too many is found', async () => {
  @Entity('business_member')
  class Drifted {
    @PrimaryColumn('uuid') businessId!: string;
    @Column('int') role!: number;
    @Column('text') nickname!: string;
  }
  const found = (await drift([Drifted])).join('\n');
  expect(found).toContain('DROP COLUMN "account_id"');
  expect(found).toContain('ADD "role" integer');
  expect(found).toContain('ADD "nickname" text');
});
