import type { Account, JournalKind } from './journal.ts';

export type KeyColumn = 'client_id' | 'assistant_id' | 'invoice_id' | 'line_id' | 'earning_id' | 'stripe_id';

/** One side of a fact that is posted for many rows at once: which column holds the cents, and which the keys. */
export interface FactPosting {
  readonly account: Account;
  /** Column of the query that holds the amount, in cents. */
  readonly cents: string;
  readonly keys: readonly KeyColumn[];
  /** `row`: a posting for each row of the query. `journal`: one, the sum over the rows of the same reference. */
  readonly each: 'row' | 'journal';
}

/**
 * A business fact as data, for verbs that post it for any number of rows in one statement. Written only in code:
 * its words become SQL.
 */
export interface Fact {
  readonly kind: JournalKind;
  readonly reason: string;
  readonly debits: readonly FactPosting[];
  readonly credits: readonly FactPosting[];
}

/**
 * The rows that a fact is posted for: a query, or an update that returns, with a column `reference` and the columns that
 * the fact names.
 */
export interface FactRows {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * Writes every journal and all of their postings in one statement; a reference that stands already is left as it is.
 * The instant is the parameter after those of the query.
 */
export function postFact(fact: Fact, rows: FactRows): string {
  const sides = [
    ...fact.debits.map((posting) => select(posting, '')),
    ...fact.credits.map((posting) => select(posting, '-')),
  ];
  return `
    with source as (${rows.sql}),
    -- No join of what is new with the rows it came from: the planner does not know how many there are.
    fact as materialized (
      select *, first_value(new_id) over (partition by reference) as journal_id
        from (select source.*, uuidv7() as new_id from source
               where not exists (select from journal j where j.reference = source.reference)) as unposted
    ),
    fresh as (
      insert into journal (id, reference, kind, reason, occurred_at)
      select distinct journal_id, reference, '${fact.kind}', '${fact.reason}', $${rows.parameters.length + 1}::timestamptz
        from fact
      returning id
    ),
    posted as (
      insert into posting (journal_id, account, amount_cents, ${KEY_COLUMNS.join(', ')})
      ${sides.join('\n      union all\n      ')}
    )
    select count(*)::int as journals from fresh`;
}

const KEY_COLUMNS: readonly KeyColumn[] = [
  'client_id',
  'assistant_id',
  'invoice_id',
  'line_id',
  'earning_id',
  'stripe_id',
];

function select({ account, cents, keys, each }: FactPosting, sign: '' | '-'): string {
  const columns = KEY_COLUMNS.map((column) => (keys.includes(column) ? column : `null::${typeOf(column)}`)).join(', ');
  if (each === 'row') {
    return `select journal_id, '${account}', ${sign}${cents}, ${columns} from fact where ${cents} <> 0`;
  }
  const grouped = ['journal_id', ...keys].join(', ');
  return `select journal_id, '${account}', ${sign}sum(${cents})::bigint, ${columns} from fact
     group by ${grouped} having sum(${cents}) <> 0`;
}

function typeOf(column: KeyColumn): 'text' | 'uuid' {
  return column === 'stripe_id' ? 'text' : 'uuid';
}
