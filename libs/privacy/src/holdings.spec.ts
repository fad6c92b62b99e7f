import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { holdings, SECRETS } from './holdings.ts';

/** Columns that lead to a person or a business even where no foreign key says so. */
const LEADS_TO_SOMEBODY = ['account_id', 'user_id', 'owner_id', 'actor_id', 'assistant_id', 'client_id', 'business_id'];

let platform: TestPlatform;
beforeAll(async () => {
  platform = await testPlatform({ imports: [], entities: [], now: '2026-03-02T09:00:00Z' });
});
afterAll(() => platform.close());

async function tablesAboutSomebody(): Promise<string[]> {
  const { rows } = await platform.owner.query<{ name: string }>(
    `select distinct c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)
      where c.relkind = 'r'
        and (c.relname in ('account', 'business') or a.attname = any($1)
             or k.confrelid in ('account'::regclass, 'business'::regclass, 'assistant_profile'::regclass))
      order by name`,
    [LEADS_TO_SOMEBODY],
  );
  return rows.map(({ name }) => name);
}

test('every table about a person or a business says what is given of it and what becomes of it', async () => {
  const known = new Set(holdings.map(({ table }) => table));
  const tables = await tablesAboutSomebody();
  expect(tables.length).toBeGreaterThan(40);
  expect(tables.filter((table) => !known.has(table))).toEqual([]);
  expect(holdings.length).toBe(known.size);
});

test('what is deleted is given first, and what is not given or kept has a reason', () => {
  const odd = holdings.filter(
    ({ given, erased }) =>
      (erased === 'deleted' && typeof given !== 'string') ||
      (typeof given === 'object' && given.not.length < 20) ||
      (typeof erased === 'object' && 'kept' in erased && erased.kept.length < 20),
  );
  expect(odd).toEqual([]);
});

test('nothing that opens something is given', async () => {
  const { rows } = await platform.owner.query<{ column: string }>(
    `select c.relname || '.' || a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relname = any($1) and (a.atttypid = 'bytea'::regtype or a.attname ~ '(hash|token|secret|password)')`,
    [holdings.filter(({ given }) => typeof given === 'string').map(({ table }) => table)],
  );
  const columns = rows.map(({ column }) => column);
  expect(columns).toContain('account.password_hash');
  expect(columns.filter((column) => !SECRETS.test(column.split('.')[1] ?? ''))).toEqual([]);
});
