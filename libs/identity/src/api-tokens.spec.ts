import type { User } from '@app/kernel';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { ApiTokenNotFound, TooManyApiTokens } from './api-tokens.errors.ts';
import { ChangePassword } from './change-password.ts';
import { CreateApiToken } from './create-api-token.ts';
import { IdentityModule, identityEntities } from './index.ts';
import { ListApiTokens } from './list-api-tokens.ts';
import { RecogniseApiToken } from './recognise-api-token.ts';
import { RecogniseSession } from './recognise-session.ts';
import { Register } from './register.ts';
import { RevokeApiToken } from './revoke-api-token.ts';
import { SignIn } from './sign-in.ts';

const DAY_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;
const email = 'amira@fjord.example';
const password = 'a long walk by the fjord';

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
  session = (await platform.get(SignIn).run({ email, password, userAgent: null })).token;
  actor = (await platform.get(RecogniseSession).run(session))!;
});

const create = (over: Partial<{ days: number }> = {}, by = actor) =>
  platform.get(CreateApiToken).run(by, { name: 'Sheets', scopes: ['time:read', 'time:read'], days: 30, ...over });
const recognise = (secret: string) => platform.get(RecogniseApiToken).run(secret);
const list = () => platform.get(ListApiTokens).run(actor);
const passes = (ms: number) => platform.clock.moveTo(new Date(platform.clock.now().getTime() + ms));

test('a token stands for its person within its scopes, and never for one who has just shown who they are', async () => {
  const { secret } = await create();
  expect(secret).toMatch(/^kontor_[\w-]{43}$/);
  expect(await recognise(secret)).toMatchObject({ userId: actor.userId, scopes: ['time:read'], steppedUpAt: null });
});

test('it is shown once: its hash alone is kept, with four characters to tell it by', async () => {
  const { secret } = await create();
  const { rows } = await platform.owner.query<{ all: string }>(
    `select string_agg(t::text, ' ') || (select string_agg(e::text, ' ') from audit_entry e) as all from api_token t`,
  );
  expect(rows[0]?.all).not.toContain(secret.slice(0, -4));
  expect(await list()).toMatchObject([{ name: 'Sheets', hint: secret.slice(-4), usedAt: null }]);
});

test('when it was last used is known, to the minute', async () => {
  const { secret } = await create();
  const usedAt = async () => (await list())[0]?.usedAt?.toISOString();
  await recognise(secret);
  expect(await usedAt()).toBe('2026-03-02T09:00:00.000Z');
  passes(MINUTE_MS - 1);
  await recognise(secret);
  expect(await usedAt()).toBe('2026-03-02T09:00:00.000Z');
  passes(1);
  await recognise(secret);
  expect(await usedAt()).toBe('2026-03-02T09:01:00.000Z');
});

test('it ends when it is revoked, on its last day, with a new password, and while its person is suspended', async () => {
  const [revoked, old, other] = [await create(), await create({ days: 1 }), await create({ days: 60 })];
  await platform.get(RevokeApiToken).run(actor, revoked.token.id);
  expect(await recognise(revoked.secret)).toBeNull();
  await expect(platform.get(RevokeApiToken).run(actor, revoked.token.id)).rejects.toThrow(ApiTokenNotFound);
  expect(await recognise(old.secret)).not.toBeNull();
  passes(DAY_MS);
  expect(await recognise(old.secret)).toBeNull();

  await platform.owner.query('update account set suspended_at = created_at');
  expect(await recognise(other.secret)).toBeNull();
  await platform.owner.query('update account set suspended_at = null');
  expect(await recognise(other.secret)).not.toBeNull();
  await platform.get(ChangePassword).run(actor, { current: password, password: 'quite another one', session });
  expect(await recognise(other.secret)).toBeNull();
  expect(await list()).toEqual([]);
});

test('nobody makes one at a screen left open, or with a token, and nobody has more than twenty', async () => {
  const { secret } = await create();
  await expect(create({}, (await recognise(secret))!)).rejects.toMatchObject({ code: 'forbidden' });
  const made = await Promise.allSettled(Array.from({ length: 25 }, () => create()));
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(19);
  await expect(create()).rejects.toThrow(TooManyApiTokens);
  passes(10 * MINUTE_MS);
  await expect(create()).rejects.toMatchObject({ code: 'step_up_required' });
});

test('the database itself lets no token gain a scope, a longer life, or its life again', async () => {
  const { token } = await create();
  const change = (what: string) => platform.owner.query(`update api_token set ${what} where id = $1`, [token.id]);
  await expect(change(`scopes = array['time:write']`)).rejects.toThrow('never changed');
  await expect(change(`expires_at = expires_at + interval '1 day'`)).rejects.toThrow('never changed');
  await platform.get(RevokeApiToken).run(actor, token.id);
  await expect(change('revoked_at = null')).rejects.toThrow('never changed');
});
