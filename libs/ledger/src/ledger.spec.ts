import { Money } from '@app/kernel';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { credit, debit, type Fact, type Journal, Ledger, LedgerModule } from './index.ts';

let platform: TestPlatform;
let ledger: Ledger;

beforeAll(async () => {
  platform = await testPlatform({ imports: [LedgerModule], entities: [], now: '2026-03-09T11:00:00Z' });
  ledger = platform.get(Ledger);
});
afterAll(() => platform.close());
beforeEach(() => platform.reset());

function topUp(cents: number, over: Partial<Journal> = {}): Journal {
  return {
    reference: 'txn:txn_1',
    kind: 'J19',
    reason: 'Top-up from the bank',
    occurredAt: platform.clock.now(),
    postings: [
      debit('stripe_balance', Money.usd(cents), { stripeId: 'txn_1' }),
      credit('bank', Money.usd(cents), { stripeId: 'txn_1' }),
    ],
    ...over,
  };
}

const post = (journal: Journal) => platform.db.transaction((tx) => ledger.post(tx, journal));
const count = async (table: 'journal' | 'posting') =>
  Number((await platform.owner.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);

test('a fact moves money from one account to another', async () => {
  expect(await post(topUp(396_10))).toBe(true);
  expect(await ledger.balance('stripe_balance')).toEqual(Money.usd(396_10));
  expect(await ledger.balance('bank')).toEqual(Money.usd(-396_10));
  expect(await ledger.balance('bank', { stripeId: 'txn_2' })).toEqual(Money.usd(0));
});

test('the same fact posted twice is posted once', async () => {
  await post(topUp(100_00));
  expect(await post(topUp(100_00))).toBe(false);
  expect(await post(topUp(900_00))).toBe(false);
  expect(await ledger.balance('stripe_balance')).toEqual(Money.usd(100_00));
});

test('of four who post one fact at once, one does', async () => {
  const posted = await Promise.all([1, 2, 3, 4].map(() => post(topUp(100_00))));
  expect(posted.filter(Boolean)).toHaveLength(1);
  expect(await count('posting')).toBe(2);
});

test('a journal that does not sum to zero is refused, and leaves nothing behind', async () => {
  const off = topUp(100_00, {
    postings: [debit('stripe_balance', Money.usd(100_00), {}), credit('bank', Money.usd(99_99), {})],
  });
  await expect(post(off)).rejects.toThrow('off by 1 cents');
  expect(await count('journal')).toBe(0);
});

test('a posting of nothing is left out', async () => {
  const journal = topUp(100_00);
  await post({ ...journal, postings: [...journal.postings, debit('platform_losses', Money.usd(0), {})] });
  expect(await count('posting')).toBe(2);
});

test('what is posted can be neither changed nor taken back', async () => {
  await post(topUp(100_00));
  for (const write of [
    'delete from journal',
    'delete from posting',
    `update journal set reason = 'another'`,
    'update posting set amount_cents = 1',
  ]) {
    await expect(platform.db.reader.query(write)).rejects.toThrow('permission denied');
    await expect(platform.owner.query(write)).rejects.toThrow('append-only');
  }
  expect(await ledger.balance('stripe_balance')).toEqual(Money.usd(100_00));
});

describe('a fact posted for many rows at once', () => {
  const transactionsSettled: Fact = {
    kind: 'J4',
    reason: 'Charges settled',
    debits: [{ account: 'stripe_balance', cents: 'cents', keys: ['stripe_id'], each: 'row' }],
    credits: [{ account: 'suspense', cents: 'cents', keys: ['client_id'], each: 'journal' }],
  };
  const client = '00000000-0000-4000-8000-000000000001';
  const rows = {
    sql: `select 'batch:' || batch as reference, cents, stripe_id, $1::uuid as client_id
            from (values (1, 500, 'a'), (1, 700, 'b'), (1, 0, 'c'), (2, 30, 'd')) as row (batch, cents, stripe_id)`,
    parameters: [client],
  };
  const postAll = (fact: Fact) =>
    platform.db.transaction((tx) => ledger.postMany(tx, fact, rows, platform.clock.now()));

  test('makes a journal for each reference, summed where the fact says so', async () => {
    await postAll(transactionsSettled);
    expect(await count('journal')).toBe(2);
    expect(await count('posting')).toBe(5);
    expect(await ledger.balance('suspense', { clientId: client })).toEqual(Money.usd(-12_30));
    expect(await ledger.balance('stripe_balance', { stripeId: 'b' })).toEqual(Money.usd(7_00));
  });

  test('twice is once', async () => {
    await postAll(transactionsSettled);
    await postAll(transactionsSettled);
    expect(await count('posting')).toBe(5);
  });

  test('is refused whole when one journal does not sum to zero', async () => {
    await expect(postAll({ ...transactionsSettled, credits: [] })).rejects.toThrow('off by');
    expect(await count('journal')).toBe(0);
  });
});
