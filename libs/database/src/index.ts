export { BigintColumn, fromRange, MoneyColumn, TimeRangeColumn, toRange, type TimeRange } from './columns.ts';
export { APP_ROLE, appDataSource, ownerDataSource } from './data-source.ts';
export { assertOutsideTransaction, Database, refusalOf, type Tx } from './database.ts';
export { DatabaseModule } from './database.module.ts';
export { migrate } from './migrate.ts';
export { findViolations, hold, type Violations } from './invariants/find-violations.ts';
export { invariants, type Invariant } from './invariants/invariants.ts';
