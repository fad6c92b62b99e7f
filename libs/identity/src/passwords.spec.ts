import { hash } from '@node-rs/argon2';

import type { User } from '@app/kernel';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { Accounts } from './accounts.repository.ts';
import { ChangePassword } from './change-password.ts';
import { PasswordTooCommon, TokenNotValid, WrongCredentials, WrongPassword } from './identity.errors.ts';
import { IdentityModule, identityEntities } from './index.ts';
import { IssuePasswordReset } from './issue-password-reset.ts';
import { RecogniseSession } from './recognise-session.ts';
import { Register } from './register.ts';
import { RequestPasswordReset } from './request-password-reset.ts';
import { ResetPassword } from './reset-password.ts';
import { SignIn } from './sign-in.ts';

const HOUR_MS = 3_600_000;
const email = 'amira@fjord.example';
const password = 'a long walk by the fjord';
const next = 'a longer walk in the hills';

let platform: TestPlatform;
let actor: User;
let session: string;

beforeAll(async () => {
  platform = await testPlatform({ imports: [IdentityModule], entities: identityEntities, now: '2026-03-02T09:00:00Z' });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  await platform.get(Register).run({ email, password, name: 'Amira', zone: 'Europe/Oslo' });
  session = await signIn();
  actor = (await recognise(session))!;
});

const signIn = async (shown = password) =>
  (await platform.get(SignIn).run({ email, password: shown, userAgent: null })).token;
const recognise = (token: string) => platform.get(RecogniseSession).run(token);
const link = async () => (await platform.get(IssuePasswordReset).run(actor.userId))!.token;
const reset = (token: string, to = next) => platform.get(ResetPassword).run({ token, password: to });
const change = (over: { current?: string; password?: string } = {}) =>
  platform.get(ChangePassword).run(actor, { current: password, password: next, session, ...over });
const passes = (ms: number) => platform.clock.moveTo(new Date(platform.clock.now().getTime() + ms));

async function told(type: string): Promise<{ accountId: string }[]> {
  const { rows } = await platform.owner.query<{ payload: { accountId: string } }>(
    'select payload from event where type = $1',
    [type],
  );
  return rows.map(({ payload }) => payload);
}

describe('a forgotten password', () => {
  test('is replaced by whoever has the mailed link, and every session ends', async () => {
    const other = await signIn();
    await reset(await link());
    expect(await recognise(session)).toBeNull();
    expect(await recognise(other)).toBeNull();
    await expect(signIn(password)).rejects.toThrow(WrongCredentials);
    expect(await recognise(await signIn(next))).toMatchObject({ userId: actor.userId, emailVerified: true });
    expect(await told('password.changed')).toEqual([{ accountId: actor.userId }]);
  });

  test('of parallel uses of one link exactly one succeeds', async () => {
    const token = await link();
    const uses = await Promise.allSettled(Array.from({ length: 6 }, (_, n) => reset(token, `${next} ${n}`)));
    expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const use of uses) if (use.status === 'rejected') expect(use.reason).toBeInstanceOf(TokenNotValid);
    expect(await told('password.changed')).toHaveLength(1);
  });

  test('of two links the use of one ends the other', async () => {
    const [first, second] = [await link(), await link()];
    await reset(second);
    await expect(reset(first)).rejects.toThrow(TokenNotValid);
  });

  test('a link is too old after an hour, and one for another purpose opens nothing here', async () => {
    const token = await link();
    passes(HOUR_MS);
    await expect(reset(token)).rejects.toThrow(TokenNotValid);
    await expect(reset('somebody else guessed this')).rejects.toThrow(TokenNotValid);
  });

  test('a password that everybody tries is refused, and the link still works', async () => {
    const token = await link();
    await expect(reset(token, 'password1234')).rejects.toThrow(PasswordTooCommon);
    await reset(token);
  });

  test('the link lies nowhere in the database', async () => {
    const token = await link();
    const { rows } = await platform.owner.query<{ all: string }>(
      `select string_agg(t::text, ' ') || (select string_agg(e::text, ' ') from event e) as all from mail_token t`,
    );
    expect(rows[0]?.all).not.toContain(token);
  });

  test('asking for an address that nobody has leaves the same traces, and no mail comes of it', async () => {
    await platform.get(RequestPasswordReset).run('AMIRA@fjord.example');
    await platform.get(RequestPasswordReset).run('nobody@fjord.example');
    const [known, unknown] = await told('password_reset.requested');
    expect(known).toEqual({ accountId: actor.userId });
    expect(await platform.get(IssuePasswordReset).run(unknown!.accountId)).toBeNull();
  });

  test('at most five links an hour go to one person', async () => {
    for (let n = 0; n < 5; n += 1) await link();
    expect(await platform.get(IssuePasswordReset).run(actor.userId)).toBeNull();
    passes(HOUR_MS);
    expect(await link()).toBeDefined();
  });
});

describe('changing one’s password', () => {
  test('keeps this session under another token and ends all others', async () => {
    const other = await signIn();
    const { token } = await change();
    expect(await recognise(token)).toMatchObject({ userId: actor.userId });
    expect(await recognise(session)).toBeNull();
    expect(await recognise(other)).toBeNull();
    await signIn(next);
    await expect(signIn(password)).rejects.toThrow(WrongCredentials);
    expect(await told('password.changed')).toEqual([{ accountId: actor.userId }]);
  });

  test('wants the current one, and changes nothing without it', async () => {
    await expect(change({ current: next })).rejects.toThrow(WrongPassword);
    expect(await recognise(session)).not.toBeNull();
    expect(await told('password.changed')).toEqual([]);
  });

  test('makes links that were asked for before worthless', async () => {
    const token = await link();
    await change();
    await expect(reset(token, 'the one of a thief')).rejects.toThrow(TokenNotValid);
  });

  test('of two changes at once one is refused', async () => {
    const changes = await Promise.allSettled([change(), change({ password: `${next} too` })]);
    expect(changes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

test('a hash of an older cost is renewed by signing in', async () => {
  const old = await hash(password, { memoryCost: 4_096, timeCost: 2, parallelism: 1 });
  await platform.owner.query('update account set password_hash = $1', [old]);
  await signIn();
  const { passwordHash } = await platform.get(Accounts).find(actor.userId);
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  await signIn();
  expect((await platform.get(Accounts).find(actor.userId)).passwordHash).toBe(passwordHash);
});
