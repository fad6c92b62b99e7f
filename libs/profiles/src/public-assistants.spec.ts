import { randomUUIDv7 } from 'node:crypto';

import type { User } from '@app/kernel';
import { AssistantNotFound, profilesEntities, ProfilesModule, PublicAssistants } from '@app/profiles';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await testPlatform({
    imports: [ProfilesModule],
    entities: [...profilesEntities],
    now: '2026-03-02T09:00:00Z',
  });
});
afterAll(() => platform.close());
beforeEach(() => platform.reset());

const read = () => platform.get(PublicAssistants);
const now = () => platform.clock.now();

async function shown(name: string): Promise<User> {
  const assistant = await platform.arrange.assistant({ name });
  await platform.owner.query(`update assistant_profile set is_public = true where account_id = $1`, [assistant.userId]);
  return assistant;
}

async function listed(wanted: { specialty?: string; language?: string } = {}): Promise<string[]> {
  const { assistants } = await read().list({ page: 1, ...wanted }, now());
  return assistants.map(({ name }) => name).toSorted();
}

test('only those who chose to be shown are, under a first name and an initial', async () => {
  await shown('Beatriz Almeida Costa');
  await shown('Cher');
  const unseen = await platform.arrange.assistant({ name: 'Maja Kowalska' });

  expect(await listed()).toEqual(['Beatriz C.', 'Cher']);
  await expect(read().find(unseen.userId, now())).rejects.toThrow(AssistantNotFound);
});

test('whoever is suspended is shown no more', async () => {
  const beatriz = await shown('Beatriz Almeida');
  expect((await read().find(beatriz.userId, now())).name).toBe('Beatriz A.');

  await platform.owner.query(`update account set suspended_at = $2 where id = $1`, [beatriz.userId, now()]);
  expect(await listed()).toEqual([]);
  await expect(read().find(beatriz.userId, now())).rejects.toThrow(AssistantNotFound);
});

test('by specialty and by language', async () => {
  const beatriz = await shown('Beatriz Almeida');
  const maja = await shown('Maja Kowalska');
  await platform.owner.query(`insert into assistant_specialty values ($1, 'bookkeeping', 3, 1)`, [beatriz.userId]);
  await platform.owner.query(`update assistant_profile set languages = '{pl}' where account_id = $1`, [maja.userId]);

  expect(await listed({ specialty: 'bookkeeping' })).toEqual(['Beatriz A.']);
  expect(await listed({ language: 'pl' })).toEqual(['Maja K.']);
  expect(await listed({ specialty: 'bookkeeping', language: 'pl' })).toEqual([]);
});

test('a page has twelve, and the next one the rest', async () => {
  for (let person = 0; person < 14; person++) await shown(`Person Number${person}`);
  const [first, second] = await Promise.all([1, 2].map((page) => read().list({ page }, now())));

  expect([first?.assistants.length, second?.assistants.length, first?.total]).toEqual([12, 2, 14]);
  const ids = [...(first?.assistants ?? []), ...(second?.assistants ?? [])].map(({ id }) => id);
  expect(new Set(ids).size).toBe(14);
});

test('a check is shown while it is valid, the best of each skill', async () => {
  const beatriz = await shown('Beatriz Almeida');
  for (const [skill, percentile, until] of [
    ['typing', 80, '2027-01-01Z'],
    ['typing', 92, '2027-01-01Z'],
    ['proofreading', 99, '2026-03-01Z'],
  ]) {
    await platform.owner.query(
      `insert into skill_check_result (id, assistant_id, skill, percentile, taken_at, valid_until)
       values ($1, $2, $3, $4, '2026-01-01Z', $5)`,
      [randomUUIDv7(), beatriz.userId, skill, percentile, until],
    );
  }
  const { skillChecks } = await read().find(beatriz.userId, now());
  expect(skillChecks).toMatchObject([{ skill: 'typing', percentile: 92 }]);
});
