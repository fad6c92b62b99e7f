import { HiringModule, hiringEntities, PauseContract, ResumeContract } from '@app/hiring';
import type { User } from '@app/kernel';
import { profilesEntities, ProfilesModule } from '@app/profiles';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { EditEntry, ImportTime, LogTime, TimelogModule } from './index.ts';

let platform: TestPlatform;
let marta: User;
let contractId: string;

const at = (time: string) => new Date(`2026-03-03T${time}:00Z`);
const get: TestPlatform['get'] = (token) => platform.get(token);

/** Paused from ten to noon, by its client; it is evening now. */
beforeAll(async () => {
  platform = await testPlatform({
    imports: [ProfilesModule, HiringModule, TimelogModule],
    entities: [...profilesEntities, ...hiringEntities],
    now: at('09:00').toISOString(),
  });
  await platform.reset();
  marta = await platform.arrange.assistant();
  const client = await platform.arrange.client({ name: 'Fjord & Co' });
  const startedAt = new Date('2026-02-27T12:00:00Z');
  contractId = await platform.arrange.contract({ client, assistant: marta, startedAt });
  platform.clock.moveTo(at('10:00'));
  await get(PauseContract).run(client, contractId);
  platform.clock.moveTo(at('12:00'));
  await get(ResumeContract).run(client, contractId);
  platform.clock.moveTo(at('18:00'));
});
afterAll(() => platform.close());

let keys = 0;
const logs = async (from: string, to: string) => {
  const worked = { contractId, start: at(from), end: at(to), note: 'Answered the mail' };
  return (await get(LogTime).run(marta, worked, `key-${(keys += 1)}-of-spec`)).value;
};

test('time of a pause cannot be logged afterwards, and time on either side of it can', async () => {
  for (const [from, to] of [
    ['10:30', '11:00'],
    ['09:30', '10:30'],
    ['11:59', '13:00'],
    ['09:00', '13:00'],
  ] as const)
    await expect(logs(from, to)).rejects.toMatchObject({
      code: 'contract_was_paused',
      details: { pausedUntil: at('12:00').toISOString() },
    });
  await logs('09:00', '10:00');
  await logs('12:00', '13:00');
});

test('nor can an entry be drawn out into it', async () => {
  const { entries } = await logs('13:00', '14:00');
  const edit = get(EditEntry).run(marta, entries[0]?.id ?? '', { start: at('11:30') });
  await expect(edit).rejects.toMatchObject({ code: 'contract_was_paused' });
});

test('an import that holds such time is refused, and names its line', async () => {
  const csv = [
    'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()',
    'Marta,marta@reis.example,,,,Answered the mail,No,2026-03-03,07:00:00,2026-03-03,08:00:00,,,',
    'Marta,marta@reis.example,,,,Answered the mail,No,2026-03-03,11:00:00,2026-03-03,11:30:00,,,',
  ].join('\n');
  const file = { contractId, fileName: 'march.csv', csv, zone: 'Etc/UTC', preview: true };
  await expect(get(ImportTime).run(marta, file, 'key-of-the-import')).rejects.toMatchObject({
    code: 'csv_malformed',
    details: { faults: [{ line: 3, column: 'Start time', message: 'is in a time when the contract was paused' }] },
  });
});
