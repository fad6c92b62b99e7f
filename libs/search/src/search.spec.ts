import { hiringEntities, HiringModule } from '@app/hiring';
import type { User } from '@app/kernel';
import { Search, SearchModule } from '@app/search';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await testPlatform({
    imports: [SearchModule, HiringModule],
    entities: [...hiringEntities],
    now: '2026-03-09T11:00:00Z',
  });
});
afterAll(() => platform.close());
beforeEach(() => platform.reset());

async function market() {
  const client = await platform.arrange.client({ name: 'Fjord & Sønn' });
  const assistant = await platform.arrange.assistant({ name: 'Łukasz Ødegård' });
  const contractId = await platform.arrange.contract({ client, assistant });
  const weekId = await platform.arrange.week({ contractId, from: new Date('2026-03-03T08:00:00Z'), seconds: [7_500] });
  return { client, assistant, contractId, weekId };
}

async function found(actor: User, text: string): Promise<string[]> {
  const results = await platform.get(Search).run(actor, text);
  return results.map(({ kind, side, id }) => `${kind} ${side} ${id}`).toSorted();
}

test('each side finds the other by name, with the contract and its weeks', async () => {
  const { client, assistant, contractId, weekId } = await market();
  expect(await found(client, 'ødeg')).toEqual([
    `contract hire ${contractId}`,
    `person hire ${contractId}`,
    `week hire ${weekId}`,
  ]);
  expect(await found(assistant, 'fjord')).toEqual([
    `contract assist ${contractId}`,
    `person assist ${contractId}`,
    `week assist ${weekId}`,
  ]);
});

test('and by the title of the work', async () => {
  const { client, contractId, weekId } = await market();
  expect(await found(client, 'SOCIAL')).toEqual([`contract hire ${contractId}`, `week hire ${weekId}`]);
});

test('others find nothing of it', async () => {
  await market();
  const other = await platform.arrange.client({ name: 'Harbor Books' });
  expect(await found(other, 'social')).toEqual([]);
  expect(await found(await platform.arrange.assistant(), 'fjord')).toEqual([]);
});

test('what a pattern would match is looked for as it is typed', async () => {
  const { client, contractId, weekId } = await market();
  expect(await found(client, '%%')).toEqual([]);
  expect(await found(client, 'so_ial')).toEqual([]);
  expect(await found(client, String.raw`inbox\\`)).toEqual([]);
  await platform.owner.query(`update contract set title = '100 % of the inbox' where id = $1`, [contractId]);
  expect(await found(client, '0 %')).toEqual([`contract hire ${contractId}`, `week hire ${weekId}`]);
});

test('one letter finds nothing', async () => {
  const { client } = await market();
  expect(await found(client, ' f ')).toEqual([]);
});
