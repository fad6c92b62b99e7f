import {
  AcceptOffer,
  ContractHistory,
  ContractNotFound,
  Contracts,
  DeclineOffer,
  EndContract,
  ExpireOffers,
  hiringEntities,
  HiringModule,
  OfferContract,
  PauseContract,
  ResumeContract,
  WithdrawOffer,
} from '@app/hiring';
import { system, type User } from '@app/kernel';
import { profilesEntities } from '@app/profiles';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';

let platform: TestPlatform;
let ingrid: User & { clientId: string };
let ben: User;
let contractId: string;

const get: TestPlatform['get'] = (token) => platform.get(token);
/** Every test has a day of its own: the clock only goes on. */
let day = 1;
const at = (time: string) => new Date(`2026-03-0${day}T${time}:00Z`);

beforeAll(async () => {
  platform = await testPlatform({
    imports: [HiringModule],
    entities: [...hiringEntities, ...profilesEntities],
    now: at('09:00').toISOString(),
  });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  day += 1;
  platform.clock.moveTo(at('09:00'));
  ingrid = await platform.arrange.business(await platform.arrange.account({ name: 'Ingrid' }));
  ben = await platform.arrange.assistant({ name: 'Ben' });
  const terms = { title: 'Inbox', rateCents: 1_850, weeklyLimitMinutes: 900 };
  const offer = { businessId: ingrid.clientId, assistantId: ben.userId, ...terms };
  contractId = (await get(OfferContract).run(ingrid, offer, 'offer-to-ben')).value.id;
});

/** At that time of the day. */
async function does(time: string, verb: { run(actor: User, id: string): Promise<unknown> }, by: User): Promise<void> {
  platform.clock.moveTo(at(time));
  await verb.run(by, contractId);
}

/** As somebody reads it: what, when and whose doing. */
async function read(by: User): Promise<string[]> {
  const history = await get(ContractHistory).of(await get(Contracts).find(by, contractId));
  return history.map(
    ({ kind, at: instant, side, name }) => `${instant.toISOString().slice(11, 16)} ${kind}, ${side}: ${name}`,
  );
}

test('both parties read every pause and who is known to have done what, the oldest first', async () => {
  const joined: User = { ...(await platform.arrange.account()), businesses: [{ id: ingrid.clientId, role: 'hiring' }] };
  await does('10:00', get(AcceptOffer), ben);
  await does('11:00', get(PauseContract), ingrid);
  await does('12:00', get(ResumeContract), joined);
  await does('13:00', get(PauseContract), joined);
  await does('14:00', get(EndContract), ben);

  const history = await read(ingrid);
  expect(history).toEqual([
    '09:00 offered, client: Ingrid',
    '10:00 accepted, assistant: Ben',
    // Which of its people a business had do it is not kept.
    '11:00 paused, client: null',
    '12:00 resumed, client: null',
    '13:00 paused, client: null',
    '14:00 ended, assistant: Ben',
  ]);
  expect(await read(ben)).toEqual(history);
});

test('what came of an offer is told with it', async () => {
  expect(await read(ben)).toEqual(['09:00 offered, client: Ingrid']);
  await does('09:30', get(DeclineOffer), ben);
  expect((await read(ingrid)).at(-1)).toBe('09:30 declined, assistant: Ben');
});

test('an offer that is taken back is so by the client, and one that nobody answered by neither side', async () => {
  const lapsed = await platform.arrange.contract({ client: ingrid, assistant: ben, state: 'offered' });
  await does('09:30', get(WithdrawOffer), ingrid);
  expect((await read(ben)).at(-1)).toBe('09:30 withdrawn, client: null');

  const due = (await get(ExpireOffers).nextDueAt())!;
  await get(ExpireOffers).run(due);
  const history = await get(ContractHistory).of(await get(Contracts).find(ben, lapsed));
  expect(history.at(-1)).toEqual({ kind: 'expired', at: due, side: 'kontor', name: null });
});

test('an ending names its side: the client who ended it, or neither when Kontor did', async () => {
  await does('10:00', get(AcceptOffer), ben);
  const another = await platform.arrange.contract({ client: ingrid, assistant: ben });
  await does('11:00', get(EndContract), ingrid);
  expect((await read(ben)).at(-1)).toBe('11:00 ended, client: Ingrid');

  await get(EndContract).run(system, another);
  const history = await get(ContractHistory).of(await get(Contracts).find(ben, another));
  expect(history.at(-1)).toMatchObject({ kind: 'ended', side: 'kontor', name: null });
});

test('a stranger has no such contract, and so none of its history', async () => {
  await expect(read(await platform.arrange.client())).rejects.toBeInstanceOf(ContractNotFound);
});
