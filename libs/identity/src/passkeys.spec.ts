import type { User } from '@app/kernel';

import { Authenticator } from '../../../test/support/authenticator.ts';
import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { AddPasskey } from './add-passkey.ts';
import { AskForPasskey } from './ask-for-passkey.ts';
import { BeginPasskey } from './begin-passkey.ts';
import { PasskeyNotFound, PasskeyRefused } from './identity.errors.ts';
import { IdentityModule, identityEntities } from './index.ts';
import { RecogniseSession } from './recognise-session.ts';
import { Register } from './register.ts';
import { RemovePasskey } from './remove-passkey.ts';
import { RenamePasskey } from './rename-passkey.ts';
import { SignIn } from './sign-in.ts';
import { SignInWithPasskey } from './sign-in-with-passkey.ts';
import { StepUp } from './step-up.ts';
import { ViewSecondFactors } from './view-second-factors.ts';

const MINUTE_MS = 60_000;
const password = 'a long walk by the fjord';
const HERE = 'http://localhost:4280';
const ELSEWHERE = 'http://localhost.example:4280';

let platform: TestPlatform;
let laptop: Authenticator;
let session: string;

beforeAll(async () => {
  platform = await testPlatform({ imports: [IdentityModule], entities: identityEntities, now: '2026-03-02T09:00:00Z' });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  laptop = new Authenticator();
  session = await signedUp('amira@fjord.example');
});

async function signedUp(email: string): Promise<string> {
  await platform.get(Register).run({ email, password, name: 'Amira', zone: 'Europe/Oslo' });
  return (await platform.get(SignIn).run({ email, password, userAgent: null })).token;
}
const recognise = (token: string) => platform.get(RecogniseSession).run(token);
const amira = async () => (await recognise(session)) as User;
const passes = (ms: number) => platform.clock.moveTo(new Date(platform.clock.now().getTime() + ms));
const challenge = async () => (await platform.get(AskForPasskey).toSignIn(undefined)).challenge;
const enters = (response: ReturnType<Authenticator['signs']>) =>
  platform.get(SignInWithPasskey).run({ response, userAgent: null });
const signsIn = async (origin = HERE) => enters(laptop.signs({ challenge: await challenge(), origin }));
const factors = async () => platform.get(ViewSecondFactors).run(await amira());
const succeeded = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.filter(({ status }) => status === 'fulfilled').length;

async function adds(actor: User, authenticator = laptop, origin = HERE): Promise<string> {
  const options = await platform.get(BeginPasskey).run(actor);
  const response = authenticator.makes({ challenge: options.challenge, origin });
  return (await platform.get(AddPasskey).run(actor, { name: 'Laptop', response })).id;
}

test('a passkey that was added signs in, as both factors at once', async () => {
  await adds(await amira());
  const { token } = await signsIn();
  expect(await recognise(token)).toMatchObject({ userId: (await amira()).userId, secondFactorAt: expect.any(Date) });
  expect((await factors()).passkeys).toMatchObject([{ name: 'Laptop', usedAt: platform.clock.now() }]);
});

test('what one signed opens one session, and nothing once the challenge is too old', async () => {
  await adds(await amira());
  const response = laptop.signs({ challenge: await challenge(), origin: HERE });
  expect(succeeded(await Promise.allSettled(Array.from({ length: 6 }, () => enters(response))))).toBe(1);

  const late = laptop.signs({ challenge: await challenge(), origin: HERE });
  passes(10 * MINUTE_MS);
  await expect(enters(late)).rejects.toThrow(PasskeyRefused);
});

test('of parallel tries to add with one challenge, one adds', async () => {
  const actor = await amira();
  const options = await platform.get(BeginPasskey).run(actor);
  const tries = Array.from({ length: 6 }, () => {
    const response = new Authenticator().makes({ challenge: options.challenge, origin: HERE });
    return platform.get(AddPasskey).run(actor, { name: 'Laptop', response });
  });
  expect(succeeded(await Promise.allSettled(tries))).toBe(1);
  expect((await factors()).passkeys).toHaveLength(1);
});

test("another page's answer opens nothing, and adds nothing", async () => {
  await expect(adds(await amira(), laptop, ELSEWHERE)).rejects.toThrow(PasskeyRefused);
  await adds(await amira());
  await expect(signsIn(ELSEWHERE)).rejects.toThrow(PasskeyRefused);
});

test('nor does one whose owner showed no finger, face or PIN', async () => {
  await adds(await amira());
  laptop.verifiesUser = false;
  await expect(signsIn()).rejects.toThrow(PasskeyRefused);
});

test('nor one that nobody has added, or an answer to no question of ours', async () => {
  await expect(signsIn()).rejects.toThrow(PasskeyRefused);
  await adds(await amira());
  await expect(enters(laptop.signs({ challenge: 'bm9uZQ', origin: HERE }))).rejects.toThrow(PasskeyRefused);
});

test('a copy whose counter has not gone on opens nothing', async () => {
  await adds(await amira());
  laptop.counter = 7;
  await signsIn();
  laptop.counter = 6;
  await expect(signsIn()).rejects.toThrow(PasskeyRefused);
  laptop.counter = 8;
  await signsIn();
});

test("somebody else's passkey does not step up a session, and is neither renamed nor removed", async () => {
  const id = await adds(await amira());
  const benSession = await signedUp('ben@fjord.example');
  const ben = (await recognise(benSession)) as User;
  const { challenge: asked } = await platform.get(AskForPasskey).toStepUp(ben);
  const response = laptop.signs({ challenge: asked, origin: HERE });
  await expect(platform.get(StepUp).run(ben, benSession, { passkey: response })).rejects.toThrow(PasskeyRefused);
  await expect(platform.get(RenamePasskey).run(ben, id, 'Mine')).rejects.toThrow(PasskeyNotFound);
  await expect(platform.get(RemovePasskey).run(ben, id)).rejects.toThrow(PasskeyNotFound);
});

test('steps up, and is only removed by who has', async () => {
  const id = await adds(await amira());
  passes(10 * MINUTE_MS);
  const remove = async () => platform.get(RemovePasskey).run(await amira(), id);
  await expect(remove()).rejects.toMatchObject({ code: 'step_up_required' });
  const { challenge: asked } = await platform.get(AskForPasskey).toStepUp(await amira());
  const passkey = laptop.signs({ challenge: asked, origin: HERE });
  session = (await platform.get(StepUp).run(await amira(), session, { passkey })).token;
  await remove();
  await expect(signsIn()).rejects.toThrow(PasskeyRefused);
});

test('of somebody who was suspended opens nothing', async () => {
  await adds(await amira());
  await platform.owner.query('update account set suspended_at = created_at');
  await expect(signsIn()).rejects.toMatchObject({ code: 'account_suspended' });
});
