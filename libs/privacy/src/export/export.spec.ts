import { randomUUIDv7 } from 'node:crypto';
import { buffer } from 'node:stream/consumers';

import { FileStore, filesEntities, FilesModule, KeepFile, RemoveUnnamedContent } from '@app/files';
import { identityEntities } from '@app/identity';
import type { User } from '@app/kernel';
import { strFromU8, unzipSync } from 'fflate';

import { type TestPlatform, testPlatform } from '../../../../test/support/platform.ts';
import {
  DownloadExport,
  ExpireExports,
  Exports,
  GatherExport,
  IssueExportLink,
  PrivacyModule,
  RequestExport,
} from '../index.ts';

const DAY_MS = 24 * 3_600_000;

let platform: TestPlatform;
let ben: User;

beforeAll(async () => {
  platform = await testPlatform({
    imports: [PrivacyModule, FilesModule],
    entities: [...identityEntities, ...filesEntities],
    now: '2026-03-02T09:00:00Z',
  });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  ben = await platform.arrange.assistant({ name: 'Ben Okafor' });
});

const ask = () => platform.get(RequestExport).run(ben);
const gather = (id: string) => platform.get(GatherExport).run(id);
const download = (actor: User, id: string, token: string) => platform.get(DownloadExport).run(actor, id, token);

async function ready(): Promise<{ id: string; token: string }> {
  const id = await ask();
  await gather(id);
  const link = await platform.get(IssueExportLink).run(id);
  return { id, token: link?.token ?? '' };
}

async function opened(actor: User, { id, token }: { id: string; token: string }) {
  return unzipSync(new Uint8Array(await buffer((await download(actor, id, token)).bytes)));
}

test('an export holds what is theirs, table by table, with their files, and nothing of others or that opens anything', async () => {
  const amira = await platform.arrange.client({ name: 'Fjord & Co' });
  const other = await platform.arrange.client({ name: 'Somebody Else AS' });
  const contractId = await platform.arrange.contract({ client: amira, assistant: ben });
  await platform.arrange.week({ contractId, from: new Date('2026-02-24T08:00:00Z'), seconds: [3_600] });
  const carol = await platform.arrange.assistant({ name: 'Carol Secret' });
  await platform.arrange.contract({ client: other, assistant: carol });
  await platform.db.transaction((tx) =>
    platform.get(KeepFile).run(tx, {
      ownerId: ben.userId,
      purpose: 'dispute_evidence',
      name: 'what happened.txt',
      bytes: Buffer.from('I was there.'),
    }),
  );

  const files = await opened(ben, await ready());
  const table = (name: string) => JSON.parse(strFromU8(files[`tables/${name}.json`]!)) as Record<string, unknown>[];
  expect(table('account')).toMatchObject([{ id: ben.userId, name: 'Ben Okafor' }]);
  expect(table('account')[0]).not.toHaveProperty('password_hash');
  expect(table('contract')).toMatchObject([{ id: contractId }]);
  expect(table('time_entry')).toMatchObject([{ note: 'Answered what customers asked' }]);
  expect(table('assistant_profile')).toMatchObject([{ headline: 'Keeps inboxes empty' }]);
  const brought = Object.keys(files).find((name) => name.startsWith('files/'))!;
  expect(brought).toMatch(/what happened\.txt$/);
  expect(strFromU8(files[brought]!)).toBe('I was there.');
  const whole = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
  for (const secret of ['Carol Secret', carol.userId, other.clientId]) expect(whole).not.toContain(secret);
  expect(strFromU8(files['README.txt']!)).toContain('2026-03-02T09:00:00.000Z');
});

test('an owner gets what the business holds; a member who only looks gets their own', async () => {
  const amira = await platform.arrange.client({ name: 'Fjord & Co' });
  await platform.arrange.contract({ client: amira, assistant: ben });
  const viewer = await platform.arrange.account();
  await platform.owner.query(`insert into business_member values ($1, $2, 'viewer', $3)`, [
    amira.clientId,
    viewer.userId,
    platform.clock.now(),
  ]);
  const contractsOf = async (actor: User) => {
    const id = await platform.get(RequestExport).run(actor);
    await gather(id);
    const token = (await platform.get(IssueExportLink).run(id))!.token;
    return JSON.parse(strFromU8((await opened(actor, { id, token }))['tables/contract.json']!)) as unknown[];
  };
  expect(await contractsOf(amira)).toHaveLength(1);
  expect(await contractsOf(viewer)).toHaveLength(0);
});

test('the link works once: of parallel uses one gets the file, and a later one does not', async () => {
  const { id, token } = await ready();
  const uses = await Promise.allSettled(Array.from({ length: 5 }, () => download(ben, id, token)));
  const got = uses.flatMap((use) => (use.status === 'fulfilled' ? [use.value] : []));
  expect(got).toHaveLength(1);
  got[0]!.bytes.destroy();
  await expect(download(ben, id, token)).rejects.toMatchObject({ code: 'download_link_not_valid' });
  const { rows } = await platform.owner.query(`select token_hash::text from privacy_export`);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("neither another person's session nor a session without the mail is enough", async () => {
  const { id, token } = await ready();
  const carol = await platform.arrange.account();
  await expect(download(carol, id, token)).rejects.toMatchObject({ code: 'export_not_found' });
  await expect(download(ben, randomUUIDv7(), token)).rejects.toMatchObject({ code: 'export_not_found' });
  await expect(download(ben, id, 'made up')).rejects.toMatchObject({ code: 'download_link_not_valid' });
  expect((await opened(ben, { id, token }))['README.txt']).toBeDefined();
});

test('a mail that goes out again makes the link before useless', async () => {
  const { id, token } = await ready();
  const again = (await platform.get(IssueExportLink).run(id))!.token;
  await expect(download(ben, id, token)).rejects.toMatchObject({ code: 'download_link_not_valid' });
  expect(await opened(ben, { id, token: again })).toBeDefined();
});

test('after seven days the file is gone, bytes and all', async () => {
  const { id, token } = await ready();
  const { fileId } = (await platform.get(Exports).find(id))!;
  const { rows } = await platform.owner.query<{ sha256: string }>(`select sha256 from stored_file where id = $1`, [
    fileId,
  ]);
  const due = new Date(platform.clock.now().getTime() + 7 * DAY_MS);
  expect(await platform.get(ExpireExports).nextDueAt()).toEqual(due);
  expect(await platform.get(ExpireExports).run(new Date(due.getTime() - 1))).toBe(0);

  platform.clock.moveTo(due);
  expect(await platform.get(ExpireExports).run(due)).toBe(1);
  await platform.get(RemoveUnnamedContent).run(due);
  await expect(download(ben, id, token)).rejects.toMatchObject({ code: 'download_link_not_valid' });
  expect(await platform.get(FileStore).has(rows[0]!.sha256)).toBe(false);
  expect(await platform.get(ExpireExports).nextDueAt()).toBeNull();
});

test('one at a time, five a day, and one that cannot be gathered is given up', async () => {
  const id = await ask();
  await expect(ask()).rejects.toMatchObject({ code: 'export_under_way' });
  expect((await platform.get(Exports).list(ben.userId))[0]).toMatchObject({ partsDone: 0, readyAt: null });
  await gather(id);
  await gather(id);
  const [done] = await platform.get(Exports).list(ben.userId);
  expect(done?.partsDone).toBe(done?.partsTotal);
  for (let more = 0; more < 4; more++) await gather(await ask());
  await expect(ask()).rejects.toMatchObject({ code: 'too_many_exports' });

  platform.clock.moveTo(new Date(platform.clock.now().getTime() + 2 * DAY_MS));
  await ask();
  const later = new Date(platform.clock.now().getTime() + DAY_MS);
  platform.clock.moveTo(later);
  await platform.get(ExpireExports).run(later);
  expect((await platform.get(Exports).list(ben.userId))[0]?.failedAt).toEqual(later);
  await ask();
});
