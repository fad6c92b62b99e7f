import {
  AcceptOffer,
  contractCan,
  ContractNotFound,
  Contracts,
  DeclineOffer,
  EndContract,
  ExpireOffers,
  hiringEntities,
  HiringModule,
  OfferExpired,
  Terms,
  WithdrawOffer,
} from '@app/hiring';
import { Forbidden, IllegalTransition, type User } from '@app/kernel';
import { profilesEntities } from '@app/profiles';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';

const nothing = { accept: false, decline: false, withdraw: false, pause: false, resume: false, end: false };

let platform: TestPlatform;
let shop: User & { clientId: string };
let ben: User;
let offered: string;

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
  shop = await platform.arrange.client({ name: 'Fjord & Co' });
  ben = await platform.arrange.assistant({ name: 'Ben' });
  offered = await platform.arrange.contract({ client: shop, assistant: ben, state: 'offered' });
});

const accept = (actor: User) => platform.get(AcceptOffer).run(actor, offered);
const decline = (actor: User) => platform.get(DeclineOffer).run(actor, offered);
const withdraw = (actor: User) => platform.get(WithdrawOffer).run(actor, offered);
const end = (actor: User) => platform.get(EndContract).run(actor, offered);
const told = async () =>
  (await platform.owner.query<{ type: string }>('select type from event')).rows.map((row) => row.type);

test('the assistant accepts, works, and either side ends', async () => {
  expect(await accept(ben)).toMatchObject({ state: 'active', startedAt: platform.clock.now() });
  expect(await end(shop)).toMatchObject({ state: 'ended', endedAt: platform.clock.now(), endedBy: shop.userId });
  expect((await told()).sort()).toEqual(['contract.accepted', 'contract.ended']);
  const { rows } = await platform.owner.query(`select from_state, to_state from state_history order by id`);
  expect(rows).toEqual([
    { from_state: 'offered', to_state: 'active' },
    { from_state: 'active', to_state: 'ended' },
  ]);
});

test('of an acceptance and a withdrawal at once, one stands and is told', async () => {
  const results = await Promise.allSettled([accept(ben), withdraw(shop)]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = results.find((result) => result.status === 'rejected');
  expect(refused).toMatchObject({ reason: expect.any(IllegalTransition) });
  const { state } = await platform.get(Contracts).find(ben, offered);
  expect(await told()).toEqual([state === 'active' ? 'contract.accepted' : 'contract.withdrawn']);
});

test('each side answers only for itself', async () => {
  await expect(accept(shop)).rejects.toBeInstanceOf(Forbidden);
  await expect(decline(shop)).rejects.toBeInstanceOf(Forbidden);
  await expect(withdraw(ben)).rejects.toBeInstanceOf(Forbidden);
  expect(await told()).toEqual([]);
});

test('a stranger has no such contract, to read or to change', async () => {
  const stranger = await platform.arrange.client();
  await expect(platform.get(Contracts).find(stranger, offered)).rejects.toBeInstanceOf(ContractNotFound);
  await expect(platform.get(Terms).find(stranger, offered)).rejects.toBeInstanceOf(ContractNotFound);
  await expect(accept(stranger)).rejects.toBeInstanceOf(ContractNotFound);
  expect(await platform.get(Contracts).list(stranger)).toEqual([]);
});

test('an offer that was declined cannot be accepted', async () => {
  await decline(ben);
  await expect(accept(ben)).rejects.toBeInstanceOf(IllegalTransition);
});

test('an offer cannot be accepted from its last instant on, and expires in one sweep', async () => {
  const another = await platform.arrange.contract({ client: shop, assistant: ben, state: 'offered' });
  const active = await platform.arrange.contract({ client: shop, assistant: ben });
  const sweep = platform.get(ExpireOffers);
  const due = (await sweep.nextDueAt())!;
  expect(due).toEqual((await platform.get(Contracts).find(ben, offered)).offerExpiresAt);
  expect(await sweep.run(new Date(due.getTime() - 1))).toBe(0);

  platform.clock.moveTo(due);
  await expect(accept(ben)).rejects.toBeInstanceOf(OfferExpired);
  expect(await sweep.run(due)).toBe(2);
  expect(await sweep.run(due)).toBe(0);

  expect(await told()).toEqual(['offers.expired']);
  const { rows } = await platform.owner.query(`select payload from event`);
  expect(rows).toEqual([{ payload: { contractIds: [offered, another].sort() } }]);
  expect(await sweep.nextDueAt()).toBeNull();
  expect((await platform.get(Contracts).find(ben, active)).state).toBe('active');
});

test('a view says what its reader can do', async () => {
  const can = async (actor: User) =>
    contractCan(actor, await platform.get(Contracts).find(actor, offered), platform.clock.now());
  expect(await can(ben)).toEqual({ ...nothing, accept: true, decline: true });
  expect(await can(shop)).toEqual({ ...nothing, withdraw: true });
  expect(await can({ ...shop, businesses: [{ id: shop.clientId, role: 'viewer' }] })).toEqual(nothing);
  await accept(ben);
  expect(await can(ben)).toEqual({ ...nothing, end: true });
  expect(await can(shop)).toEqual({ ...nothing, pause: true, end: true });
});

test('the terms of a contract come with the zone of its client, for the parties alone', async () => {
  const terms = await platform.get(Terms).find(ben, offered);
  expect(terms).toMatchObject({
    state: 'offered',
    client: { id: shop.clientId, name: 'Fjord & Co', zone: 'Europe/Oslo' },
    assistant: { id: ben.userId, name: 'Ben', zone: 'Europe/Lisbon' },
  });
  expect(await platform.db.transaction((tx) => platform.get(Terms).lock(tx, shop, offered))).toEqual(terms);
});
