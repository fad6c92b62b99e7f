import type { User } from '@app/kernel';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { Accounts } from './accounts.repository.ts';
import { ChangeEmail } from './change-email.ts';
import { ChangePassword } from './change-password.ts';
import { EmailChanges } from './email-changes.repository.ts';
import { EmailTaken, SameEmail, TokenNotValid, TooManyAttempts, WrongPassword } from './identity.errors.ts';
import { IdentityModule, identityEntities } from './index.ts';
import { IssueEmailChange } from './issue-email-change.ts';
import { IssueEmailReturn } from './issue-email-return.ts';
import { IssuePasswordReset } from './issue-password-reset.ts';
import { IssueVerification } from './issue-verification.ts';
import { RecogniseSession } from './recognise-session.ts';
import { Register } from './register.ts';
import { RequestEmailChange } from './request-email-change.ts';
import { ResetPassword } from './reset-password.ts';
import { SignIn } from './sign-in.ts';
import { TakeBackEmail } from './take-back-email.ts';

const DAY_MS = 24 * 3_600_000;
const password = 'a long walk by the fjord';
const old = 'amira@fjord.example';
const next = 'amira@hills.example';

let platform: TestPlatform;
let amira: User;
let session: string;

beforeAll(async () => {
  platform = await testPlatform({ imports: [IdentityModule], entities: identityEntities, now: '2026-03-02T09:00:00Z' });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  await register(old);
  session = (await signIn(old)).token;
  amira = (await platform.get(RecogniseSession).run(session))!;
});

const register = (email: string) => platform.get(Register).run({ email, password, name: 'Amira', zone: 'Europe/Oslo' });
const signIn = (email: string) => platform.get(SignIn).run({ email, password, userAgent: null });
const ask = (over: { email?: string; password?: string } = {}) =>
  platform.get(RequestEmailChange).run(amira, { email: next, password, ...over });
const use = (token: string) => platform.get(ChangeEmail).run(token);
const passes = (ms: number) => platform.clock.moveTo(new Date(platform.clock.now().getTime() + ms));
const own = () => platform.get(Accounts).find(amira.userId);

async function issue() {
  const { rows } = await platform.owner.query<{ id: string }>('select id from email_change order by id desc limit 1');
  return platform.get(IssueEmailChange).run(rows[0]!.id);
}

async function link(email = next): Promise<string> {
  await ask({ email });
  return (await issue())!.token!;
}

test('nothing changes until the link in the new address is used; then it is the address, and verified', async () => {
  const token = await link();
  expect(await own()).toMatchObject({ email: old });
  await use(token);
  expect(await own()).toMatchObject({ email: next, emailVerifiedAt: platform.clock.now() });
  await signIn(next);
  await expect(signIn(old)).rejects.toThrow('do not belong together');
});

test('the link goes to the new address, and whoever has the old one can be told', async () => {
  await ask();
  const issued = await issue();
  expect(issued).toMatchObject({ email: next, person: { email: old, id: amira.userId } });
  const { rows } = await platform.owner.query<{ all: string }>(
    `select string_agg(t::text, ' ') || (select string_agg(e::text, ' ') from event e) as all from mail_token t`,
  );
  expect(rows[0]?.all).not.toContain(issued!.token);
  expect(rows[0]?.all).not.toContain(next);
});

test('the address that was given up is known afterwards, so that whoever reads its mail can be told', async () => {
  await use(await link());
  const { rows } = await platform.owner.query<{ payload: { emailChangeId: string } }>(
    `select payload from event where type = 'email.changed'`,
  );
  expect(rows).toHaveLength(1);
  const done = await platform.get(EmailChanges).findDone(platform.db.reader, rows[0]!.payload.emailChangeId);
  expect(done).toMatchObject({ replaced: old, email: next, name: 'Amira', accountId: amira.userId });
});

test('of parallel uses of the link exactly one succeeds, and it is too old after a day', async () => {
  const token = await link();
  const uses = await Promise.allSettled(Array.from({ length: 8 }, () => use(token)));
  expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);

  const other = await link('amira@third.example');
  passes(DAY_MS);
  await expect(use(other)).rejects.toThrow(TokenNotValid);
});

test('wants the password, and another address than the one there is', async () => {
  await expect(ask({ password: 'not the right one' })).rejects.toThrow(WrongPassword);
  await expect(ask({ email: 'AMIRA@fjord.example' })).rejects.toThrow(SameEmail);
});

test('an address that has an account is not told apart, and gets no link', async () => {
  await register(next);
  await ask();
  expect(await issue()).toMatchObject({ email: next, token: null });
});

test('an address that somebody signed up with meanwhile is theirs', async () => {
  const token = await link();
  await register(next);
  await expect(use(token)).rejects.toThrow(EmailTaken);
  expect(await own()).toMatchObject({ email: old });
});

test('links that were sent to the old address are worth nothing afterwards', async () => {
  const verification = (await platform.get(IssueVerification).run(amira.userId))!.token;
  const reset = (await platform.get(IssuePasswordReset).run(amira.userId))!.token;
  const token = await link();
  expect(verification).not.toBe(token);
  await use(token);
  await expect(platform.get(ResetPassword).run({ token: reset, password: 'the one of a thief' })).rejects.toThrow(
    TokenNotValid,
  );
});

test('a thief’s change is undone before it happens by a new password', async () => {
  const token = await link();
  await platform.get(ChangePassword).run(amira, { current: password, password: 'a longer walk in the hills', session });
  await expect(use(token)).rejects.toThrow(TokenNotValid);
});

test('also when its link has not been made yet', async () => {
  await ask();
  await platform.get(ChangePassword).run(amira, { current: password, password: 'a longer walk in the hills', session });
  expect(await issue()).toBeNull();
});

test('a link for a new address is no link for anything else', async () => {
  const token = await link();
  await expect(platform.get(ResetPassword).run({ token, password: 'the one of a thief' })).rejects.toThrow(
    TokenNotValid,
  );
});

test('at most five mails an hour go out for it', async () => {
  for (let n = 0; n < 5; n += 1) await ask({ email: `amira${n}@hills.example` });
  await expect(ask()).rejects.toThrow(TooManyAttempts);
});

describe('the link to the address that was given up', () => {
  const changedPassword = 'a longer walk in the hills';
  const takeBack = (token: string) => platform.get(TakeBackEmail).run({ token, password: changedPassword });
  async function given(): Promise<string> {
    const { rows } = await platform.owner.query<{ id: string }>('select id from email_change order by id desc limit 1');
    return (await platform.get(IssueEmailReturn).run(rows[0]!.id))!.token;
  }

  test('puts it back, with a new password, and everybody out', async () => {
    await use(await link());
    const thief = (await signIn(next)).token;
    await takeBack(await given());
    expect(await own()).toMatchObject({ email: old });
    expect(await platform.get(RecogniseSession).run(thief)).toBeNull();
    await expect(signIn(next)).rejects.toThrow('do not belong together');
    await platform.get(SignIn).run({ email: old, password: changedPassword, userAgent: null });
  });

  test('works for 72 hours, whatever password was chosen since', async () => {
    await use(await link());
    const [first, second] = [await given(), await given()];
    const { token } = await signIn(next);
    const change = { current: password, password: 'the one of a thief', session: token };
    await platform.get(ChangePassword).run(amira, change);
    passes(3 * DAY_MS - 1);
    await takeBack(first);
    await expect(takeBack(second)).rejects.toThrow(TokenNotValid); // The one undid what the other would.
    const again = await platform.get(SignIn).run({ email: old, password: changedPassword, userAgent: null });
    amira = (await platform.get(RecogniseSession).run(again.token))!;
    await ask({ password: changedPassword });
    await use((await issue())!.token!);
    const third = await given();
    passes(3 * DAY_MS);
    await expect(takeBack(third)).rejects.toThrow(TokenNotValid);
  });

  test('of a second change is worth nothing once the first was undone', async () => {
    await use(await link());
    const owners = await given();
    await use(await link('mallory@lake.example'));
    const thiefs = await given();
    await takeBack(owners);
    await expect(takeBack(thiefs)).rejects.toThrow(TokenNotValid);
    expect(await own()).toMatchObject({ email: old });
  });

  test('closes the ways in that were made since, and leaves those from before', async () => {
    const passkey = (id: string, at: Date) =>
      platform.owner.query(
        `insert into passkey (id, account_id, credential_id, public_key, counter, transports, name, is_synced, created_at)
         values (gen_random_uuid(), $1, $2, '\\x00', 0, '{}', $2, false, $3)`,
        [amira.userId, id, at],
      );
    await passkey('hers', platform.clock.now());
    passes(1);
    await use(await link());
    await passkey('a thief’s', platform.clock.now());
    await takeBack(await given());
    const { rows } = await platform.owner.query('select name from passkey');
    expect(rows).toEqual([{ name: 'hers' }]);
  });
});
