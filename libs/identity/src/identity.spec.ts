import type { User } from '@app/kernel';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { Accounts } from './accounts.repository.ts';
import { Businesses } from './businesses.repository.ts';
import {
  AccountSuspended,
  PasswordTooCommon,
  TokenNotValid,
  TooManyAttempts,
  WrongCredentials,
} from './identity.errors.ts';
import { IdentityModule, identityEntities, IssueVerification, OpenBusiness, RecogniseSession } from './index.ts';
import { Register } from './register.ts';
import { RequestVerification } from './request-verification.ts';
import type { SignedIn } from './open-session.ts';
import { SignIn } from './sign-in.ts';
import { SignOut } from './sign-out.ts';
import { VerifyEmail } from './verify-email.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const amira = {
  email: 'amira@fjord.example',
  password: 'a long walk by the fjord',
  name: 'Amira',
  zone: 'Europe/Oslo',
  business: { name: 'Fjord & Co', country: 'NO', zone: 'Europe/Oslo' },
};

let platform: TestPlatform;

beforeAll(async () => {
  platform = await testPlatform({ imports: [IdentityModule], entities: identityEntities, now: '2026-03-02T09:00:00Z' });
});
afterAll(() => platform.close());
beforeEach(() => platform.reset());

const register = (over: Partial<typeof amira> = {}) => platform.get(Register).run({ ...amira, ...over });
const signIn = async (over: { email?: string; password?: string; replaces?: string } = {}) =>
  (await platform
    .get(SignIn)
    .run({ email: amira.email, password: amira.password, userAgent: null, ...over })) as SignedIn;
const recognise = (token: string) => platform.get(RecogniseSession).run(token);
const passes = (ms: number) => platform.clock.moveTo(new Date(platform.clock.now().getTime() + ms));

async function signedUp(): Promise<{ actor: User; session: SignedIn }> {
  await register();
  const session = await signIn();
  return { session, actor: (await recognise(session.token))! };
}

async function told(): Promise<string[]> {
  const { rows } = await platform.owner.query<{ type: string }>('select type from event order by occurred_at, id');
  return rows.map(({ type }) => type);
}

describe('registering', () => {
  test('opens an account with an address to verify, and the business it hires for', async () => {
    const { accountId } = await register();
    const { actor } = await signedInAs(amira.email);
    expect(actor).toMatchObject({ userId: accountId, emailVerified: false });
    expect(await platform.get(Businesses).ofMember(accountId)).toMatchObject([{ name: 'Fjord & Co', role: 'owner' }]);
    expect(actor.businesses).toHaveLength(1);
    expect(await told()).toEqual(['account.registered']);
  });

  test('with an address that has an account says the same, changes nothing and tells its owner', async () => {
    const first = await register();
    const second = await register({
      email: 'AMIRA@fjord.example',
      password: 'quite another password',
      name: 'Mallory',
    });
    expect(Object.keys(second)).toEqual(Object.keys(first));
    expect(second.accountId).not.toBe(first.accountId);
    expect(await platform.get(Accounts).find(first.accountId)).toMatchObject({ name: 'Amira' });
    await expect(signIn({ password: 'quite another password' })).rejects.toThrow(WrongCredentials);
    expect(await told()).toEqual(['account.registered', 'registration.repeated']);
  });

  test('of twenty people who register one address at once, one gets it', async () => {
    await Promise.all(Array.from({ length: 20 }, () => register()));
    const { rows } = await platform.owner.query('select 1 from account union all select 1 from business');
    expect(rows).toHaveLength(2);
  });

  test.each(['password1234', 'Password2024!', 'QWERTYUIOP12', 'banana!!!!!!', 'aaaaaaaaaaaa', 'sunshinesunshine'])(
    'refuses %s as a password',
    async (password) => {
      await expect(register({ password })).rejects.toThrow(PasswordTooCommon);
      expect(await told()).toEqual([]);
    },
  );

  test('keeps no password that can be read', async () => {
    await register();
    const { rows } = await platform.owner.query<{ password_hash: string }>('select password_hash from account');
    expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('verifying an address', () => {
  test('a link works once, of parallel uses exactly one', async () => {
    const { accountId } = await register();
    const issued = await platform.get(IssueVerification).run(accountId);
    const uses = Array.from({ length: 8 }, () => platform.get(VerifyEmail).run(issued!.token));
    const outcomes = await Promise.allSettled(uses);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(TokenNotValid);
    }
    expect((await signedInAs(amira.email)).actor.emailVerified).toBe(true);
  });

  test('a link is too old after 24 hours', async () => {
    const { accountId } = await register();
    const issued = await platform.get(IssueVerification).run(accountId);
    passes(DAY_MS);
    await expect(platform.get(VerifyEmail).run(issued!.token)).rejects.toThrow(TokenNotValid);
    expect((await signedInAs(amira.email)).actor.emailVerified).toBe(false);
  });

  test('the database holds nothing that would verify an address', async () => {
    const { accountId } = await register();
    const { token } = (await platform.get(IssueVerification).run(accountId))!;
    const { rows } = await platform.owner.query<{ all: string }>(
      `select coalesce(string_agg(t::text, ' '), '') || coalesce((select string_agg(e::text, ' ') from event e), '') as all from mail_token t`,
    );
    expect(rows[0]?.all).not.toContain(token);
    await expect(platform.get(VerifyEmail).run('somebody else guessed this')).rejects.toThrow(TokenNotValid);
  });

  test('at most five links an hour, asked for or retried', async () => {
    const { actor } = await signedUp();
    for (let n = 0; n < 5; n += 1) {
      await platform.get(RequestVerification).run(actor);
      expect(await platform.get(IssueVerification).run(actor.userId)).not.toBeNull();
    }
    await expect(platform.get(RequestVerification).run(actor)).rejects.toThrow(TooManyAttempts);
    expect(await platform.get(IssueVerification).run(actor.userId)).toBeNull();
    passes(HOUR_MS);
    await platform.get(RequestVerification).run(actor);
    expect(await told()).toHaveLength(7);
  });

  test('no link is made for an address that is verified', async () => {
    const { accountId } = await register();
    await platform.get(VerifyEmail).run((await platform.get(IssueVerification).run(accountId))!.token);
    expect(await platform.get(IssueVerification).run(accountId)).toBeNull();
  });
});

describe('a session', () => {
  test('is refused alike for a wrong password and for an address nobody has', async () => {
    await register();
    const refusals = await Promise.allSettled([
      signIn({ password: 'not the right one' }),
      signIn({ email: 'nobody@fjord.example' }),
    ]);
    const [wrong, unknown] = refusals.map((outcome) => (outcome as PromiseRejectedResult).reason as WrongCredentials);
    expect(wrong).toBeInstanceOf(WrongCredentials);
    expect(unknown).toEqual(wrong);
  });

  test('an address that nobody has costs a hash all the same', async () => {
    await register();
    const fastest = async (email: string) => {
      const tries: number[] = [];
      for (let n = 0; n < 8; n += 1) {
        const began = performance.now();
        await signIn({ email, password: 'not the right one' }).catch(() => undefined);
        tries.push(performance.now() - began);
      }
      return Math.min(...tries);
    };
    const [known, unknown] = [await fastest(amira.email), await fastest('nobody@fjord.example')];
    expect(unknown).toBeGreaterThan(known / 3); // Without the decoy it is about a tenth.
  });

  test('begins with a token of its own, and ends the one it replaces', async () => {
    const { session } = await signedUp();
    const next = await signIn({ replaces: session.token });
    expect(next.token).not.toBe(session.token);
    expect(await recognise(session.token)).toBeNull();
    expect(await recognise(next.token)).not.toBeNull();
  });

  test('ends with signing out, for every copy of the cookie, and for no other device', async () => {
    const { session } = await signedUp();
    const other = await signIn();
    await platform.get(SignOut).run(session.token);
    expect(await recognise(session.token)).toBeNull();
    expect(await recognise(other.token)).not.toBeNull();
  });

  test('ends by itself after 30 days', async () => {
    const { session } = await signedUp();
    passes(30 * DAY_MS - 1);
    expect(await recognise(session.token)).not.toBeNull();
    passes(1);
    expect(await recognise(session.token)).toBeNull();
  });

  test('of a suspended person opens nothing, and no new one begins', async () => {
    const { session } = await signedUp();
    await platform.owner.query('update account set suspended_at = created_at');
    expect(await recognise(session.token)).toBeNull();
    await expect(signIn()).rejects.toThrow(AccountSuspended);
    await expect(signIn({ password: 'not the right one' })).rejects.toThrow(WrongCredentials);
  });

  test('notes that it is used, once an hour', async () => {
    const { session } = await signedUp();
    const seenAt = async () =>
      (await platform.owner.query<{ seen_at: Date }>('select seen_at from session')).rows[0]?.seen_at;
    const began = await seenAt();
    passes(HOUR_MS - 1);
    await recognise(session.token);
    expect(await seenAt()).toEqual(began);
    passes(1);
    await recognise(session.token);
    expect(await seenAt()).toEqual(platform.clock.now());
  });

  test('knows all businesses of its person at once, also those opened later', async () => {
    const { actor, session } = await signedUp();
    const { id } = await platform
      .get(OpenBusiness)
      .run(actor, { name: 'Second', country: 'US', zone: 'America/New_York' });
    expect((await recognise(session.token))?.businesses).toContainEqual({ id, role: 'owner' });
    expect(await platform.get(Businesses).ofMember(actor.userId)).toContainEqual(
      expect.objectContaining({ id, name: 'Second', zone: 'America/New_York' }),
    );
  });
});

async function signedInAs(email: string): Promise<{ actor: User }> {
  const { token } = await signIn({ email });
  return { actor: (await recognise(token))! };
}
