import { billMinutes, Money } from '@app/kernel';
import fc from 'fast-check';
import { Client } from 'pg';

import { testDatabase } from '../../../test/support/database.ts';

let client: Client;

beforeAll(async () => {
  client = new Client({ connectionString: (await testDatabase()).ownerUrl });
  await client.connect();
});
afterAll(() => client.end());

const seconds = fc.integer({ min: 0, max: 700_000 });
const rates = fc.integer({ min: 1_000, max: 2_500 });
const points = fc.integer({ min: 0, max: 3_000 });

test('kernel and database round ten thousand random weeks to the same cent', async () => {
  const weeks = fc.sample(fc.tuple(seconds, rates, points), { numRuns: 10_000, seed: 185 });

  const { rows } = await client.query<{ minutes: string; amount: string; fee: string }>(
    `select minutes, amount, fee_of(amount, points) as fee
       from unnest($1::bigint[], $2::bigint[], $3::bigint[]) with ordinality as week (seconds, rate, points, place),
            lateral (select bill_minutes(seconds) as minutes) billed, lateral (select amount_for(rate, minutes) as amount) worth
      order by place`,
    [weeks.map(([s]) => s), weeks.map(([, r]) => r), weeks.map(([, , p]) => p)],
  );

  expect(rows).toEqual(
    weeks.map(([worked, rate, share]) => {
      const minutes = billMinutes(worked);
      const amount = Money.usd(rate).forMinutes(minutes);
      return { minutes: String(minutes), amount: String(amount.cents), fee: String(amount.basisPoints(share).cents) };
    }),
  );
});

test.each([
  { seconds: 29, minutes: 0 },
  { seconds: 30, minutes: 1 },
  { seconds: 89, minutes: 1 },
  { seconds: 90, minutes: 2 },
])('$seconds seconds are $minutes minutes', ({ seconds: worked, minutes }) => {
  expect(billMinutes(worked)).toBe(minutes);
});
