import { type BriefDraft, BriefNotFound, hiringEntities, HiringModule, PostBrief } from '@app/hiring';
import type { User } from '@app/kernel';
import { type AssistantMatches, FindBriefs, MatchBrief, MatchingModule } from '@app/matching';
import { NoProfileYet, type ProfileDraft, profilesEntities, PublishProfile } from '@app/profiles';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';

let platform: TestPlatform;
let shop: User & { clientId: string };

beforeAll(async () => {
  platform = await testPlatform({
    imports: [HiringModule, MatchingModule],
    entities: [...hiringEntities, ...profilesEntities],
    now: '2026-03-02T09:00:00Z',
  });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  shop = await platform.arrange.client({ name: 'Fjord & Co', zone: 'Europe/Oslo' });
});

const weekdays = (from: number, to: number) =>
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: from * 60, toMinute: to * 60 }));

/** An assistant who fits the brief, but for what is said. */
async function assistant(name: string, over: Partial<ProfileDraft> = {}): Promise<User> {
  const user = await platform.arrange.account({ name });
  await platform.get(PublishProfile).run(user, {
    headline: 'Keeps inboxes empty',
    about: '',
    country: 'PT',
    zone: 'Europe/Lisbon',
    rateCents: 1_850,
    capacityMinutes: 30 * 60,
    languages: ['en', 'pt'],
    specialties: [{ code: 'social_media', level: 2 }],
    tools: ['gmail'],
    availability: weekdays(9, 17),
    ...over,
  });
  return user;
}

async function brief(over: Partial<BriefDraft> = {}, by: User & { clientId: string } = shop): Promise<string> {
  const draft = {
    businessId: by.clientId,
    title: 'Customer e-mail and social media',
    description: 'Answer customers by noon',
    specialties: ['customer_enquiries', 'social_media'],
    tools: ['gmail', 'instagram'],
    weeklyMinutes: 15 * 60,
    minRateCents: 1_200,
    maxRateCents: 2_000,
    languages: ['en'],
    overlapMinutes: 10 * 60,
    startsOn: '2026-03-09',
  };
  return (await platform.get(PostBrief).run(by, { ...draft, ...over }, crypto.randomUUID())).value.id;
}

const matchesOf = (id: string, actor: User = shop) => platform.get(MatchBrief).run(actor, id);
const namesOf = ({ matches }: AssistantMatches) => matches.map(({ name }) => name);
const reasons = ({ leftOut }: { leftOut: readonly { reason: string; count: number }[] }) =>
  Object.fromEntries(leftOut.map(({ reason, count }) => [reason, count]));

test('an assistant who fits is listed with the price an hour costs and a reason for every point', async () => {
  const ines = await assistant('Inês');
  const found = await matchesOf(await brief());
  expect(found).toMatchObject({ considered: 1, leftOut: [] });
  const [match] = found.matches;
  expect(match).toMatchObject({
    id: ines.userId,
    name: 'Inês',
    zone: 'Europe/Lisbon',
    country: 'PT',
    freeMinutes: 1_800,
  });
  expect(match?.allInRate.cents).toBe(2_035);
  expect(match?.terms.reduce((sum, { points }) => sum + points, 0)).toBe(match?.score);
  expect(match?.terms.find(({ term }) => term === 'overlap')?.says).toBe(
    "There for 35 h of the client's working week.",
  );
});

const misfits: [string, Partial<ProfileDraft>][] = [
  ['specialty', { specialties: [{ code: 'bookkeeping', level: 3 }] }],
  ['country', { country: 'PH' }],
  ['languages', { languages: ['pt'] }],
  ['rate', { rateCents: 2_001 }],
  ['free_hours', { capacityMinutes: 15 * 60 - 1 }],
  ['overlap', { availability: weekdays(17, 24) }],
];

test.each(misfits)('whoever fails by %s is left out and counted there, in both directions', async (reason, over) => {
  const misfit = await assistant('Misfit', over);
  await assistant('Fits');
  const found = await matchesOf(await brief());
  expect(namesOf(found)).toEqual(['Fits']);
  expect([found.considered, reasons(found)]).toEqual([2, { [reason]: 1 }]);
  expect(await platform.get(FindBriefs).run(misfit)).toMatchObject({
    considered: 1,
    matches: [],
    leftOut: [{ reason, count: 1 }],
  });
});

test.each<[string, Partial<ProfileDraft>]>([
  ['a rate at the very end of the range', { rateCents: 2_000 }],
  ['a rate under the range', { rateCents: 1_000 }],
  ['exactly the hours wanted free', { capacityMinutes: 15 * 60 }],
  ['exactly the overlap wanted', { availability: weekdays(8, 10) }],
])('%s fits', async (_, over) => {
  const barely = await assistant('Barely', over);
  const id = await brief();
  expect(namesOf(await matchesOf(id))).toEqual(['Barely']);
  expect((await platform.get(FindBriefs).run(barely)).matches.map((match) => match.id)).toEqual([id]);
});

test('the overlap asked for must be there in every one of the eight weeks, after a change of clocks too', async () => {
  const boston = await platform.arrange.client({ name: 'Harbor Books', zone: 'America/New_York' });
  const ines = await assistant('Inês');
  const [fifteen, sixteen] = [
    await brief({ overlapMinutes: 15 * 60 }, boston),
    await brief({ overlapMinutes: 16 * 60 }, boston),
  ];
  // Four hours a day until Lisbon's clocks change on 29 March, three from then on.
  expect(namesOf(await matchesOf(fifteen, boston))).toEqual(['Inês']);
  expect(reasons(await matchesOf(sixteen, boston))).toEqual({ overlap: 1 });
  const found = await platform.get(FindBriefs).run(ines);
  expect(found.matches.map(({ id }) => id)).toEqual([fifteen]);
  expect(found.matches[0]?.terms.find(({ term }) => term === 'overlap')?.says).toBe(
    "There for 20 h of the client's working week, 15 h from 30 March.",
  );
});

test('hours promised in active contracts are not free; those only offered still are', async () => {
  const ines = await assistant('Inês', { capacityMinutes: 20 * 60 });
  const boston = await platform.arrange.client({ name: 'Harbor Books' });
  const id = await brief();
  await platform.arrange.contract({ client: boston, assistant: ines, weeklyLimitMinutes: 10 * 60, state: 'offered' });
  expect(namesOf(await matchesOf(id))).toEqual(['Inês']);
  await platform.arrange.contract({ client: boston, assistant: ines, weeklyLimitMinutes: 6 * 60 });
  expect(reasons(await matchesOf(id))).toEqual({ free_hours: 1 });
});

test('whoever has an offer for this brief is left out of this brief alone', async () => {
  const ines = await assistant('Inês');
  const [first, second] = [await brief(), await brief()];
  const contract = await platform.arrange.contract({ client: shop, assistant: ines, state: 'offered' });
  await platform.owner.query('update contract set brief_id = $1 where id = $2', [first, contract]);
  expect(reasons(await matchesOf(first))).toEqual({ already_contracted: 1 });
  expect(namesOf(await matchesOf(second))).toEqual(['Inês']);
  expect(reasons(await platform.get(FindBriefs).run(ines))).toEqual({ already_contracted: 1 });
});

test('drafts, suspended people and members of the business are not considered', async () => {
  const [draft, suspended, member] = [
    await assistant('Draft'),
    await assistant('Suspended'),
    await assistant('Member'),
  ];
  await platform.owner.query('update assistant_profile set published_at = null where account_id = $1', [draft.userId]);
  await platform.owner.query('update account set suspended_at = $2 where id = $1', [
    suspended.userId,
    platform.clock.now(),
  ]);
  await platform.owner.query(`insert into business_member values ($1, $2, 'viewer', $3)`, [
    shop.clientId,
    member.userId,
    platform.clock.now(),
  ]);
  const found = await matchesOf(await brief());
  expect([found.considered, found.matches, found.leftOut]).toEqual([0, [], []]);
  await expect(platform.get(FindBriefs).run(draft)).rejects.toBeInstanceOf(NoProfileYet);
  expect((await platform.get(FindBriefs).run(member)).considered).toBe(0);
});

test('the better fit ranks first, and the lower id first among equals', async () => {
  await assistant('Twin one');
  await assistant('Twin two');
  await assistant('Both specialties', {
    specialties: [
      { code: 'social_media', level: 2 },
      { code: 'customer_enquiries', level: 1 },
    ],
  });
  await assistant('Far away', { zone: 'America/New_York', country: 'US', availability: weekdays(8, 12) });
  const id = await brief({ overlapMinutes: 0 });
  const order = ['Both specialties', 'Twin one', 'Twin two', 'Far away'];
  expect(namesOf(await matchesOf(id))).toEqual(order);
  expect(namesOf(await matchesOf(id))).toEqual(order);
});

test('a verified skill lifts, until it is no longer valid', async () => {
  await assistant('Unchecked');
  const checked = await assistant('Checked');
  await platform.owner.query(
    `insert into skill_check_result values ($1, $2, 'proofreading', 90, '2025-03-02T09:00:01Z', '2026-03-02T09:00:01Z')`,
    [crypto.randomUUID(), checked.userId],
  );
  const id = await brief();
  expect(namesOf(await matchesOf(id))).toEqual(['Checked', 'Unchecked']);
  await platform.owner.query(`update skill_check_result set valid_until = $1`, [platform.clock.now()]);
  expect(namesOf(await matchesOf(id))).toEqual(['Unchecked', 'Checked']);
});

test('both sides read the same score for the same reasons', async () => {
  const ines = await assistant('Inês');
  const id = await brief();
  const [forClient] = (await matchesOf(id)).matches;
  const [forAssistant] = (await platform.get(FindBriefs).run(ines)).matches;
  expect(forAssistant).toMatchObject({
    id,
    client: { name: 'Fjord & Co' },
    score: forClient?.score,
    terms: forClient?.terms,
  });
});

test('everybody considered is listed or counted among those left out', async () => {
  for (let place = 0; place < 55; place++)
    await assistant(`Number ${place}`, { rateCents: place < 52 ? 1_850 : 2_400 });
  const found = await matchesOf(await brief());
  expect(found.matches).toHaveLength(50);
  expect(reasons(found)).toEqual({ rate: 3, ranked_lower: 2 });
  expect(found.considered).toBe(55);
});

test('a brief of another business does not exist, and a closed one is not offered to assistants', async () => {
  const ines = await assistant('Inês');
  const id = await brief();
  const stranger = await platform.arrange.client();
  await expect(matchesOf(id, stranger)).rejects.toBeInstanceOf(BriefNotFound);
  await expect(matchesOf(id, ines)).rejects.toBeInstanceOf(BriefNotFound);
  await platform.owner.query(`update brief set state = 'closed'`);
  expect((await platform.get(FindBriefs).run(ines)).considered).toBe(0);
});
