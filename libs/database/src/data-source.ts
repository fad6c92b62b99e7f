import { DataSource, type EntityTarget, type Logger, type ObjectLiteral } from 'typeorm';

import { SnakeNaming } from './snake-naming.ts';

/** The role the processes work as: it cannot change ledger, audit or frozen rows. */
export const APP_ROLE = 'kontor_app';

const POOL_SIZE = 10;
// On the connection and not as TypeORM's `isolationLevel`, which costs every transaction a statement.
const READ_COMMITTED = '-c default_transaction_isolation=read\\ committed';

/** The processes' connections: one pool, restricted role, UTC. `entities` are those of the libs the process composes. */
export function appDataSource(url: string, entities: EntityTarget<ObjectLiteral>[]): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: entities as (() => void)[],
    namingStrategy: new SnakeNaming(),
    logger: new NamesOnly(),
    extra: { max: POOL_SIZE, options: `-c role=${APP_ROLE} -c timezone=UTC ${READ_COMMITTED}` },
  });
}

/** For an operator's command: with the rights of the database's owner, who may write what the processes only read. */
export function ownerDataSource(ownerUrl: string): DataSource {
  const extra = { max: 1, options: `-c timezone=UTC ${READ_COMMITTED}` };
  return new DataSource({ type: 'postgres', url: ownerUrl, entities: [], logger: new NamesOnly(), extra });
}

/** TypeORM's own loggers print the parameters of failed queries, and those are people's data. */
class NamesOnly implements Logger {
  logQuery(): void {}
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
