import { Invalid, Money, type User } from '@app/kernel';
import {
  Assistants,
  AssistantNotFound,
  type ProfileDraft,
  Profiles,
  profilesEntities,
  ProfilesModule,
  PublishProfile,
} from '@app/profiles';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';

let platform: TestPlatform;
let ines: User;

beforeAll(async () => {
  platform = await testPlatform({
    imports: [ProfilesModule],
    entities: [...profilesEntities],
    now: '2026-03-02T09:00:00Z',
  });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  ines = await platform.arrange.account({ name: 'Inês' });
});

const draft: ProfileDraft = {
  headline: 'Keeps inboxes empty',
  about: '',
  country: 'PT',
  zone: 'Europe/Lisbon',
  rateCents: 1_850,
  capacityMinutes: 2_400,
  languages: ['pt', 'en'],
  specialties: [
    { code: 'social_media', level: 3 },
    { code: 'email_calendar', level: 2 },
  ],
  tools: ['gmail', 'canva'],
  availability: [
    { weekday: 1, fromMinute: 540, toMinute: 780 },
    { weekday: 1, fromMinute: 780, toMinute: 1_020 },
  ],
};

const publish = (over: Partial<ProfileDraft> = {}) => platform.get(PublishProfile).run(ines, { ...draft, ...over });

/** The code and the fields of the refusal. */
async function refusal(over: Partial<ProfileDraft>): Promise<[string, ...string[]]> {
  const error = await publish(over).then(
    () => new Error('was accepted'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Invalid)) throw error;
  return [error.code, ...error.faults.map(({ field }) => field)];
}

test('an assistant who publishes a profile is seen by everybody as they wrote it', async () => {
  await publish();
  const { name, profile } = await platform.get(Assistants).find(ines.userId, platform.clock.now());
  expect(name).toBe('Inês');
  expect(profile).toMatchObject({
    hourlyRate: Money.usd(1_850),
    languages: ['pt', 'en'],
    specialties: draft.specialties,
    tools: ['canva', 'gmail'],
    availability: draft.availability,
    publishedAt: platform.clock.now(),
  });
});

test('saving again replaces the lists and keeps the day of publishing', async () => {
  const first = await publish();
  platform.clock.moveTo(new Date('2026-03-03T09:00:00Z'));
  await publish({ specialties: [{ code: 'bookkeeping', level: 1 }], tools: [], availability: [] });
  expect(await platform.get(Profiles).find(ines.userId)).toMatchObject({
    specialties: [{ code: 'bookkeeping', level: 1 }],
    tools: [],
    availability: [],
    publishedAt: first.publishedAt,
  });
});

test('of two first savings at once neither fails and one profile stands', async () => {
  await Promise.all([publish(), publish({ headline: 'Answers by noon' })]);
  const { rows } = await platform.owner.query('select account_id from assistant_profile');
  expect(rows).toEqual([{ account_id: ines.userId }]);
});

test('windows that overlap are refused, and the second of them is named', async () => {
  const window = { weekday: 2, fromMinute: 540, toMinute: 720 };
  expect(
    await refusal({ availability: [window, { ...window, weekday: 3 }, { ...window, fromMinute: 719, toMinute: 800 }] }),
  ).toEqual(['profile_invalid', 'availability.2']);
  expect(await refusal({ availability: [{ weekday: 2, fromMinute: 540, toMinute: 540 }] })).toEqual([
    'profile_invalid',
    'availability.0.toMinute',
  ]);
});

test.each([999, 2_501])('a rate of %i cents is refused', async (rateCents) => {
  expect(await refusal({ rateCents })).toEqual(['rate_outside_bounds', 'rateCents']);
});

test.each([1_000, 2_500])('a rate of %i cents is accepted', async (rateCents) => {
  expect((await publish({ rateCents })).hourlyRate).toEqual(Money.usd(rateCents));
});

test('everything that cannot be saved is named at once', async () => {
  const four = ['social_media', 'bookkeeping', 'documents', 'gardening'].map((code) => ({ code, level: 1 as const }));
  expect(await refusal({ specialties: four, tools: ['gmail', 'abacus', 'gmail'], zone: 'Europe/Atlantis' })).toEqual([
    'profile_invalid',
    'zone',
    'specialties',
    'specialties.3.code',
    'tools.1',
    'tools.2',
  ]);
});

test('who has published nothing, or is suspended, is not to be found', async () => {
  const find = () => platform.get(Assistants).find(ines.userId, platform.clock.now());
  await expect(find()).rejects.toBeInstanceOf(AssistantNotFound);
  await publish();
  await platform.owner.query('update account set suspended_at = $1', [platform.clock.now()]);
  await expect(find()).rejects.toBeInstanceOf(AssistantNotFound);
});
