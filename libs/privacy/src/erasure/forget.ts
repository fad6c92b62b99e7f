import type { Tx } from '@app/database';
import type { EntityManager } from 'typeorm';

import { type Holding, holdings } from '../holdings.ts';

/** How long invoices have to be kept as they were. */
const LEGAL_TERM_YEARS = 10;

/** The others look up through these whose rows they are. */
const LAST = ['business_member', 'account'];

/** Does to every row of the person what `holdings` says. Invoices go on naming who worked, until the law's term is over. */
export async function forget(tx: Tx, accountId: string, now: Date): Promise<void> {
  await retainName(tx, accountId, now);
  const rank = ({ table }: Holding) => LAST.indexOf(table);
  for (const holding of holdings.toSorted((a, b) => rank(a) - rank(b))) {
    const statement = statementOf(holding);
    if (statement) await tx.query(statement, statement.includes('$2') ? [accountId, now] : [accountId]);
  }
}

/** Names that no invoice needs any more. How many. */
export async function forgetRetained(tx: Tx, now: Date): Promise<number> {
  const [gone] = await tx.query<[unknown[], number]>(
    `delete from retained_name where retained_until <= $1 returning account_id`,
    [now],
  );
  return gone.length;
}

export async function nextRetainedEnd(db: EntityManager): Promise<Date | null> {
  const [next] = await db.query<[{ at: Date | null }]>(`select min(retained_until) as at from retained_name`);
  return next.at;
}

async function retainName(tx: Tx, accountId: string, now: Date): Promise<void> {
  const until = new Date(now);
  until.setUTCFullYear(until.getUTCFullYear() + LEGAL_TERM_YEARS);
  await tx.query(
    `insert into retained_name (account_id, name, retained_until)
     select a.id, a.name, $2 from account a
      where a.id = $1 and exists (select from invoice_line l where l.assistant_id = a.id)
     on conflict do nothing`,
    [accountId, until],
  );
}

/** The names come from our own list, never from a request. */
function statementOf({ table, given, erased }: Holding): string | null {
  if (erased === 'deleted') return typeof given === 'string' ? `delete from ${table} where ${given}` : null;
  if ('blanked' in erased) return `update ${table} set ${erased.blanked} where ${erased.where}`;
  return null;
}
