import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

import {
  FileStore,
  filesEntities,
  FilesModule,
  KeepFile,
  KeepMadeFile,
  ReadFile,
  RemoveFile,
  RemoveUnnamedContent,
} from '@app/files';
import type { User } from '@app/kernel';
import sharp from 'sharp';

import { testPlatform, type TestPlatform } from '../../../test/support/platform.ts';

let platform: TestPlatform;
let ben: User;

beforeAll(async () => {
  platform = await testPlatform({ imports: [FilesModule], entities: filesEntities, now: '2026-03-02T09:00:00Z' });
});
beforeEach(async () => {
  await platform.reset();
  ben = await platform.arrange.account();
});
afterAll(() => platform.close());

const text = (words: string) => Buffer.from(words, 'utf8');

function keep(bytes: Uint8Array, name: string) {
  return platform.db.transaction((tx) =>
    platform.get(KeepFile).run(tx, { ownerId: ben.userId, purpose: 'dispute_evidence', name, bytes }),
  );
}

async function contentOf(id: string): Promise<Buffer> {
  return buffer((await platform.get(ReadFile).run(id)).bytes);
}

/** As a phone takes it: with where it was taken, and turned on its side. */
async function photo(): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#3366cc' } })
    .withExif({
      IFD0: { Make: 'Phone', Artist: 'Ben Owner' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 54/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '10/1 45/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

test('a photo is kept without where it was taken and by whom, and upright', async () => {
  const taken = await photo();
  expect((await sharp(taken).metadata()).exif?.includes('Ben Owner')).toBe(true);

  const file = await keep(taken, 'C:\\me\\desk.jpeg');

  expect(file).toMatchObject({ name: 'desk.jpg', type: 'image/jpeg' });
  const kept = await contentOf(file.id);
  expect(kept.includes('Ben Owner')).toBe(false);
  const { exif, xmp, width, height } = await sharp(kept).metadata();
  expect({ exif, xmp, width, height }).toEqual({ exif: undefined, xmp: undefined, width: 40, height: 60 });
});

test.each([
  ['a page', text('Hello <html><script>alert(1)</script>'), 'note.txt'],
  ['a drawing that can run', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'logo.png'],
  ['a page behind a mark and a comment', text('\uFEFF<!-- x --> <!DOCTYPE html>'), 'a.csv'],
  ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'invoice.pdf'],
  ['an archive', Buffer.from('504b0304140000000800', 'hex'), 'a.pdf'],
  ['bytes without a meaning', Buffer.from([0, 1, 2, 250, 251]), 'note.txt'],
])('%s is refused, whatever it calls itself', async (_, bytes, name) => {
  await expect(keep(bytes, name)).rejects.toMatchObject({ code: 'file_type_refused' });
});

test('text and tables are kept to the letter', async () => {
  const table = text('Kunde;Stunden\nÅse;3 < 4\n');
  const file = await keep(table, 'Timer \u202efdp.CSV');
  expect(file).toMatchObject({ name: 'Timer fdp.csv', type: 'text/csv', size: table.byteLength });
  expect(await contentOf(file.id)).toEqual(table);
  expect(await keep(text('I was there.'), '../../etc/passwd')).toMatchObject({
    name: 'passwd.txt',
    type: 'text/plain',
  });
});

test('an empty, a too large and a damaged file are refused by name', async () => {
  await expect(keep(Buffer.alloc(0), 'a.txt')).rejects.toMatchObject({ code: 'file_empty' });
  await expect(keep(Buffer.alloc(10 * 1_048_576 + 1, 'a'), 'a.txt')).rejects.toMatchObject({ code: 'file_too_large' });
  const half = (await photo()).subarray(0, 300);
  await expect(keep(half, 'a.jpg')).rejects.toMatchObject({ code: 'image_unreadable' });
});

test('the bytes that two files share go with the last of them', async () => {
  const [one, two] = [await keep(text('the same words'), 'one.txt'), await keep(text('the same words'), 'two.txt')];
  const remove = (id: string) =>
    platform.db.transaction((tx) => platform.get(RemoveFile).run(tx, id, platform.clock.now()));
  const sweep = platform.get(RemoveUnnamedContent);

  await remove(one.id);
  expect(await sweep.nextDueAt()).toEqual(platform.clock.now());
  await sweep.run(platform.clock.now());
  await expect(platform.get(ReadFile).run(one.id)).rejects.toMatchObject({ code: 'file_not_found' });
  expect((await contentOf(two.id)).toString()).toBe('the same words');

  await remove(two.id);
  await sweep.run(platform.clock.now());
  expect(await platform.get(FileStore).has(two.sha256)).toBe(false);
  expect(await sweep.nextDueAt()).toBeNull();
});

test('bytes that a rollback left behind go once they have lain for a day', async () => {
  const store = platform.get(FileStore);
  const { sha256 } = await store.put([text('never '), text('named')]);
  const named = await platform.db.transaction(async (tx) =>
    platform.get(KeepMadeFile).run(tx, {
      ownerId: null,
      purpose: 'evidence_pack',
      name: 'pack.pdf',
      type: 'application/pdf',
      kept: await store.put([text('named')]),
    }),
  );
  const sweep = new RemoveUnnamedContent(platform.db, store);
  await sweep.run(platform.clock.now());
  expect(await store.has(sha256)).toBe(true);

  const folder = platform.config.env.FILES_DIR;
  const long = new Date(0);
  for (const id of [sha256, named.sha256]) await utimes(join(folder, id.slice(0, 2), id), long, long);
  platform.clock.moveTo(new Date('2026-03-03T10:00:00Z'));
  expect(await sweep.run(platform.clock.now())).toBeGreaterThan(0);
  expect(await store.has(sha256)).toBe(false);
  expect((await contentOf(named.id)).toString()).toBe('named');
});

test('what fails half way leaves nothing under a name', async () => {
  const store = platform.get(FileStore);
  async function* breaks() {
    yield text('half');
    throw new Error('the disk is full');
  }
  await expect(store.put(breaks())).rejects.toThrow('the disk is full');
  expect(await readdir(join(platform.config.env.FILES_DIR, 'half-written'))).toEqual([]);
});
