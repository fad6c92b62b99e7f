import pg from 'pg';

const ABOUT_TRANSACTIONS = /^\s*(begin|start transaction|commit)\b/i;

/** Counts what every connection of this process sends from now on, without BEGIN and COMMIT. */
export function countStatements(): () => number {
  let count = 0;
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? '');
    if (!ABOUT_TRANSACTIONS.test(text)) count += 1;
    return query.apply(this, args);
  } as typeof pg.Client.prototype.query;
  return () => count;
}
