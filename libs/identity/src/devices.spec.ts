import type { User } from '@app/kernel';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { SessionNotFound } from './identity.errors.ts';
import { IdentityModule, identityEntities } from './index.ts';
import { ListDevices } from './list-devices.ts';
import { RecogniseSession } from './recognise-session.ts';
import { Register } from './register.ts';
import { SignIn } from './sign-in.ts';
import { SignOutDevice } from './sign-out-device.ts';
import { SignOutOthers } from './sign-out-others.ts';

const HOUR_MS = 3_600_000;
const password = 'a long walk by the fjord';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

let platform: TestPlatform;
let amira: User;
let laptop: string;
let phone: string;

beforeAll(async () => {
  platform = await testPlatform({ imports: [IdentityModule], entities: identityEntities, now: '2026-03-02T09:00:00Z' });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  await register('amira@fjord.example');
  laptop = await signIn('amira@fjord.example', FIREFOX);
  passes(HOUR_MS);
  phone = await signIn('amira@fjord.example', null);
  amira = (await recognise(laptop))!;
});

const register = (email: string) =>
  platform.get(Register).run({ email, password, name: 'Somebody', zone: 'Europe/Oslo' });
const signIn = async (email: string, userAgent: string | null) =>
  (await platform.get(SignIn).run({ email, password, userAgent })).token;
const recognise = (token: string) => platform.get(RecogniseSession).run(token);
const devices = (actor: User, session: string) => platform.get(ListDevices).run(actor, session);
const passes = (ms: number) => platform.clock.moveTo(new Date(platform.clock.now().getTime() + ms));

test('one sees where one is signed in, this one first', async () => {
  const list = await devices(amira, laptop);
  expect(list).toEqual([
    expect.objectContaining({ browser: 'Firefox', system: 'windows', isThisOne: true, seenAt: platform.clock.now() }),
    expect.objectContaining({ browser: null, system: null, isThisOne: false }),
  ]);
  expect(JSON.stringify(list)).not.toContain(laptop);
});

test('one device is signed out, and is seen no more', async () => {
  const [, other] = await devices(amira, laptop);
  await platform.get(SignOutDevice).run(amira, other!.id);
  expect(await recognise(phone)).toBeNull();
  expect(await recognise(laptop)).not.toBeNull();
  expect(await devices(amira, laptop)).toHaveLength(1);
  await expect(platform.get(SignOutDevice).run(amira, other!.id)).rejects.toThrow(SessionNotFound);
});

test('all others are signed out at once', async () => {
  await platform.get(SignOutOthers).run(amira, laptop);
  expect(await recognise(phone)).toBeNull();
  expect(await recognise(laptop)).not.toBeNull();
});

test('nobody sees or ends the sessions of somebody else', async () => {
  await register('ben@fjord.example');
  const benSession = await signIn('ben@fjord.example', FIREFOX);
  const ben = (await recognise(benSession))!;
  const [mine] = await devices(amira, laptop);
  expect((await devices(ben, benSession)).map(({ id }) => id)).not.toContain(mine!.id);
  await expect(platform.get(SignOutDevice).run(ben, mine!.id)).rejects.toThrow(SessionNotFound);
  await platform.get(SignOutOthers).run(ben, benSession);
  expect(await recognise(laptop)).not.toBeNull();
});

test('a session that is too old is in no list', async () => {
  passes(30 * 24 * HOUR_MS - HOUR_MS / 2);
  expect(await devices(amira, phone)).toHaveLength(1);
});
