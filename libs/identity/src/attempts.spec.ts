import type { User } from '@app/kernel';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { ChangePassword } from './change-password.ts';
import { TooManyAttempts, WrongCredentials } from './identity.errors.ts';
import { IdentityModule, identityEntities } from './index.ts';
import type { SignedIn } from './open-session.ts';
import { Passwords } from './passwords.ts';
import { RecogniseSession } from './recognise-session.ts';
import { Register } from './register.ts';
import { RequestPasswordReset } from './request-password-reset.ts';
import { type Credentials, SignIn } from './sign-in.ts';

const HOUR_MS = 3_600_000;
const email = 'amira@fjord.example';
const password = 'a long walk by the fjord';

let platform: TestPlatform;
let compared = 0;

beforeAll(async () => {
  platform = await testPlatform({ imports: [IdentityModule], entities: identityEntities, now: '2026-03-02T09:00:00Z' });
  const passwords = platform.get(Passwords);
  const matches = passwords.matches.bind(passwords);
  passwords.matches = (...given) => {
    compared += 1;
    return matches(...given);
  };
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  await register();
  compared = 0;
});

const register = (over: { email?: string; address?: string } = {}) =>
  platform.get(Register).run({ email, password, name: 'Amira', zone: 'Europe/Oslo', ...over });
const signIn = async (over: Partial<Credentials> = {}) =>
  (await platform.get(SignIn).run({ email, password, userAgent: null, ...over })) as SignedIn;
const passes = (ms: number) => platform.clock.moveTo(new Date(platform.clock.now().getTime() + ms));
const guess = (n: number, over: Partial<Credentials> = {}) =>
  signIn({ password: `guess number ${n}`, address: `198.51.${n >> 8}.${n & 255}`, ...over });
const recognise = ({ token }: SignedIn) => platform.get(RecogniseSession).run(token);

async function guesses(count: number, over: Partial<Credentials> = {}): Promise<unknown[]> {
  const reasons: unknown[] = [];
  for (let n = 0; n < count; n += 20) {
    const tries = Array.from({ length: Math.min(20, count - n) }, (_, index) => guess(n + index, over));
    for (const outcome of await Promise.allSettled(tries)) {
      reasons.push(outcome.status === 'rejected' ? outcome.reason : 'got in');
    }
  }
  return reasons;
}

describe('guessing', () => {
  test('of a thousand guesses from as many addresses ten are compared, and the owner gets in all the same', async () => {
    const owner = await signIn();
    compared = 0;
    const reasons = await guesses(1_000);
    expect(compared).toBe(10);
    expect(reasons.filter((reason) => reason instanceof WrongCredentials)).toHaveLength(10);
    expect(reasons.filter((reason) => reason instanceof TooManyAttempts)).toHaveLength(990);

    expect(await recognise(owner)).not.toBeNull();
    const again = await signIn({ knownBrowser: owner.knownBrowser, address: '203.0.113.7' });
    expect(await recognise(again)).not.toBeNull();
    await expect(signIn({ address: '203.0.113.7' })).rejects.toThrow(TooManyAttempts);
  });

  test('no hour holds more than ten, wherever it begins', async () => {
    await guesses(3);
    passes(HOUR_MS / 2);
    await guesses(20);
    expect(compared).toBe(10);
    passes(HOUR_MS / 2);
    await guesses(20);
    expect(compared).toBe(13);
  });

  test('the refusal says when to come back', async () => {
    await guesses(10);
    passes(HOUR_MS / 4);
    const [refusal] = await guesses(1);
    expect(refusal).toBeInstanceOf(TooManyAttempts);
    expect((refusal as TooManyAttempts).details).toEqual({ retryAfterSeconds: 45 * 60 });
    passes(45 * 60_000 - 1);
    expect((await guesses(1))[0]).toBeInstanceOf(TooManyAttempts);
    passes(1);
    expect((await guesses(1))[0]).toBeInstanceOf(WrongCredentials);
  });

  test('an address that nobody has is refused after as many tries as one that somebody has', async () => {
    const reasons = await guesses(15, { email: 'nobody@fjord.example' });
    expect(reasons.filter((reason) => reason instanceof WrongCredentials)).toHaveLength(10);
    expect(compared).toBe(10);
  });

  test('however the address is written, it is one account', async () => {
    const spellings = [email, 'AMIRA@fjord.example', 'amira@FJORD.example', 'amİra@fjord.example'];
    for (const spelling of spellings) await guesses(10, { email: spelling });
    expect(compared).toBe(10);
  });

  test('at many accounts from one address ends after a hundred', async () => {
    const reasons = await Promise.allSettled(
      Array.from({ length: 105 }, (_, n) => guess(n, { email: `person${n}@fjord.example`, address: '203.0.113.9' })),
    );
    const refused = reasons.filter(({ status, ...outcome }) => {
      return status === 'rejected' && (outcome as { reason: unknown }).reason instanceof TooManyAttempts;
    });
    expect(refused).toHaveLength(5);
    expect(await recognise(await signIn({ address: '203.0.113.10' }))).not.toBeNull();
  });

  test('in a known browser has ten tries of its own, and somebody else’s browser has none here', async () => {
    const owner = await signIn();
    await register({ email: 'mallory@fjord.example' });
    const mallory = await signIn({ email: 'mallory@fjord.example' });
    compared = 0;
    await guesses(20, { knownBrowser: owner.knownBrowser });
    expect(compared).toBe(10);
    await guesses(20, { knownBrowser: mallory.knownBrowser });
    expect(compared).toBe(20);
    expect((await guesses(1, { knownBrowser: mallory.knownBrowser }))[0]).toBeInstanceOf(TooManyAttempts);
  });
});

test('signing in rightly uses nothing up', async () => {
  for (let n = 0; n < 12; n += 1) await signIn({ address: '203.0.113.7' });
  expect(compared).toBe(12);
});

test('a screen left open is no place to guess: ten tries an hour at one’s own password', async () => {
  const session = await signIn();
  const actor = (await recognise(session)) as User;
  const change = (current: string) =>
    platform.get(ChangePassword).run(actor, { current, password: 'quite another one', session: session.token });
  compared = 0;
  for (let n = 0; n < 15; n += 1) await change(`guess ${n}`).catch(() => undefined);
  expect(compared).toBe(10);
  await expect(change(password)).rejects.toThrow(TooManyAttempts);
});

test('one address signs up thirty people an hour, and asks for twenty new passwords', async () => {
  const address = '203.0.113.7';
  for (let n = 0; n < 20; n += 1) await platform.get(RequestPasswordReset).run('nobody@fjord.example', address);
  await expect(platform.get(RequestPasswordReset).run(email, address)).rejects.toThrow(TooManyAttempts);
  await platform.get(RequestPasswordReset).run(email, '203.0.113.8');

  const people = Array.from({ length: 32 }, (_, n) => register({ email: `person${n}@fjord.example`, address }));
  const refused = (await Promise.allSettled(people)).filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(2);
});

test('who has an account hears five times an hour that somebody signs up with it', async () => {
  for (let n = 0; n < 8; n += 1) await register();
  const { rows } = await platform.owner.query(`select 1 from event where type = 'registration.repeated'`);
  expect(rows).toHaveLength(5);
});

test('what is over is forgotten, and nothing kept names anybody', async () => {
  await guesses(12, { email: 'nobody@fjord.example' });
  const kept = async () => (await platform.owner.query('select key::text from attempt_budget')).rowCount;
  expect(await kept()).toBe(12); // One of who signed up before, and of each address, and of the account.
  passes(HOUR_MS);
  await guesses(1);
  expect(await kept()).toBeLessThanOrEqual(3);
});
