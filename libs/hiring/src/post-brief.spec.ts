import {
  BriefNotFound,
  Briefs,
  BusinessNotFound,
  CloseBrief,
  hiringEntities,
  HiringModule,
  PostBrief,
} from '@app/hiring';
import { Forbidden, IllegalTransition, Invalid, Money, type User } from '@app/kernel';
import { profilesEntities } from '@app/profiles';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { aBrief } from './brief.example.ts';

let platform: TestPlatform;
let shop: User & { clientId: string };

beforeAll(async () => {
  platform = await testPlatform({
    imports: [HiringModule],
    entities: [...hiringEntities, ...profilesEntities],
    now: '2026-03-02T09:00:00Z',
  });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  shop = await platform.arrange.client();
});

const post = (by: User = shop, over = {}, key: string = crypto.randomUUID()) =>
  platform.get(PostBrief).run(by, aBrief(shop.clientId, over), key);

test('a brief is read as it was posted, by the business alone', async () => {
  const { value: posted } = await post();
  expect(await platform.get(Briefs).find(shop, posted.id)).toMatchObject({
    state: 'open',
    minRate: Money.usd(1_200),
    maxRate: Money.usd(2_000),
    specialties: ['customer_enquiries', 'social_media'],
    tools: ['gmail', 'instagram'],
    startsOn: '2026-03-09',
  });
  const stranger = await platform.arrange.client();
  await expect(platform.get(Briefs).find(stranger, posted.id)).rejects.toBeInstanceOf(BriefNotFound);
  expect(await platform.get(Briefs).list(stranger)).toEqual([]);
  expect((await platform.get(Briefs).list(shop)).map(({ id }) => id)).toEqual([posted.id]);
});

test('a request that is repeated posts one brief', async () => {
  const [first, again] = [await post(shop, {}, 'brief-of-march'), await post(shop, {}, 'brief-of-march')];
  expect([again.value.id, first.repeated, again.repeated]).toEqual([first.value.id, false, true]);
});

test('of a request that arrives twice at once, one posts', async () => {
  const results = await Promise.allSettled([post(shop, {}, 'brief-at-once'), post(shop, {}, 'brief-at-once')]);
  expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect(await platform.get(Briefs).list(shop)).toHaveLength(1);
});

test.each([
  [{ minRateCents: 999 }, 'minRateCents'],
  [{ maxRateCents: 2_501 }, 'maxRateCents'],
  [{ minRateCents: 2_000, maxRateCents: 1_999 }, 'maxRateCents'],
  [{ specialties: [] }, 'specialties'],
  [{ specialties: ['gardening'] }, 'specialties.0'],
  [{ tools: ['gmail', 'gmail'] }, 'tools.1'],
])('a brief with %j is refused at %s', async (over, field) => {
  const refused = await post(shop, over).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Invalid);
  expect((refused as Invalid).faults.map((fault) => fault.field)).toEqual([field]);
});

test('only those who hire for the business post and close its briefs', async () => {
  const { value: brief } = await post();
  const stranger = await platform.arrange.client();
  await expect(post(stranger)).rejects.toBeInstanceOf(BusinessNotFound);
  const viewer: User = { ...stranger, businesses: [{ id: shop.clientId, role: 'viewer' }] };
  await expect(post(viewer)).rejects.toBeInstanceOf(Forbidden);
  await expect(platform.get(CloseBrief).run(viewer, brief.id)).rejects.toBeInstanceOf(Forbidden);
  expect(await platform.get(CloseBrief).run(shop, brief.id)).toMatchObject({ state: 'closed' });
  await expect(platform.get(CloseBrief).run(shop, brief.id)).rejects.toBeInstanceOf(IllegalTransition);
});
