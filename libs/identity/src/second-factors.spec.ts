import type { User } from '@app/kernel';
import { Secret, TOTP } from 'otpauth';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { BeginTotp } from './begin-totp.ts';
import { ChangePassword } from './change-password.ts';
import { ConfirmTotp } from './confirm-totp.ts';
import { SecondFactorRequired, SignInExpired, TooManyAttempts, TotpIsOn, WrongCode } from './identity.errors.ts';
import { IdentityModule, identityEntities } from './index.ts';
import type { HalfSignedIn, SignedIn } from './open-session.ts';
import type { ShownFactor } from './own-second-factor.ts';
import { RecogniseSession } from './recognise-session.ts';
import { Register } from './register.ts';
import { RemoveTotp } from './remove-totp.ts';
import { RenewRecoveryCodes } from './renew-recovery-codes.ts';
import { SignIn } from './sign-in.ts';
import { SignInFurther } from './sign-in-further.ts';
import { type ShownAgain, StepUp } from './step-up.ts';
import { ViewSecondFactors } from './view-second-factors.ts';

const STEP_MS = 30_000;
const MINUTE_MS = 60_000;
const email = 'amira@fjord.example';
const password = 'a long walk by the fjord';

let platform: TestPlatform;
let session: string;

beforeAll(async () => {
  platform = await testPlatform({ imports: [IdentityModule], entities: identityEntities, now: '2026-03-02T09:00:00Z' });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  await platform.get(Register).run({ email, password, name: 'Amira', zone: 'Europe/Oslo' });
  session = (await signIn()).token;
});

const signIn = () => platform.get(SignIn).run({ email, password, userAgent: null }) as Promise<SignedIn>;
const firstStep = () => platform.get(SignIn).run({ email, password, userAgent: null }) as Promise<HalfSignedIn>;
const secondStep = (half: string, shown: Exclude<ShownFactor, { passkey: unknown }>) =>
  platform.get(SignInFurther).run({ half, shown, userAgent: null });
const recognise = (token: string) => platform.get(RecogniseSession).run(token);
const amira = async () => (await recognise(session)) as User;
const view = async () => platform.get(ViewSecondFactors).run(await amira());
const passes = (ms: number) => platform.clock.moveTo(new Date(platform.clock.now().getTime() + ms));
const codeOf = (secret: string, inSteps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: platform.clock.now().getTime() + inSteps * STEP_MS,
  });
const succeeded = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.filter(({ status }) => status === 'fulfilled').length;

async function stepUp(shown: ShownAgain): Promise<void> {
  session = (await platform.get(StepUp).run(await amira(), session, shown)).token;
}

/** With an authenticator app, whose next code has not been used. */
async function withTotp(): Promise<{ secret: string; recoveryCodes: readonly string[] }> {
  const { secret } = await platform.get(BeginTotp).run(await amira());
  const { token, recoveryCodes } = await platform.get(ConfirmTotp).run(await amira(), session, codeOf(secret));
  session = token;
  passes(STEP_MS);
  return { secret, recoveryCodes };
}

describe('an authenticator app', () => {
  test('is asked for once a code of it was right, and not before', async () => {
    const { secret, uri } = await platform.get(BeginTotp).run(await amira());
    expect(uri).toContain(`secret=${secret}`);
    expect(uri).toContain('otpauth://totp/Kontor:');
    expect((await firstStep()).wants).toBeUndefined();

    await expect(platform.get(ConfirmTotp).run(await amira(), session, '000000')).rejects.toThrow(WrongCode);
    await platform.get(ConfirmTotp).run(await amira(), session, codeOf(secret));
    expect((await firstStep()).wants).toEqual(['totp', 'recovery_code']);
  });

  test('has a secret that the database alone does not tell', async () => {
    const { secret } = await withTotp();
    const { rows } = await platform.owner.query<{ kept: Buffer }>('select secret as kept from totp');
    expect(rows[0]!.kept.includes(Buffer.from(Secret.fromBase32(secret).bytes))).toBe(false);
  });

  test('that is set up is not replaced by another before it is turned off', async () => {
    await withTotp();
    await expect(platform.get(BeginTotp).run(await amira())).rejects.toThrow(TotpIsOn);
    await platform.get(RemoveTotp).run(await amira());
    expect((await view()).totpSince).toBeNull();
    expect((await firstStep()).wants).toBeUndefined();
    expect((await amira()).secondFactorAt).toBeNull();
  });

  test('is neither set up nor turned off by who sits down at an open screen', async () => {
    passes(10 * MINUTE_MS);
    await expect(platform.get(BeginTotp).run(await amira())).rejects.toMatchObject({ code: 'step_up_required' });
    await stepUp({ password });
    await withTotp();
    passes(10 * MINUTE_MS);
    await expect(platform.get(RemoveTotp).run(await amira())).rejects.toMatchObject({ code: 'step_up_required' });
  });

  test('lets the session go on under another token, as one that has shown a second factor', async () => {
    const old = session;
    await withTotp();
    expect(await recognise(old)).toBeNull();
    expect((await amira()).secondFactorAt).not.toBeNull();
  });
});

describe('the second step of signing in', () => {
  test('opens a session that has shown both factors; the first step opens nothing', async () => {
    const { secret } = await withTotp();
    const { token } = await firstStep();
    expect(await recognise(token)).toBeNull();
    const signedIn = await secondStep(token, { totp: codeOf(secret) });
    expect(await recognise(signedIn.token)).toMatchObject({ secondFactorAt: platform.clock.now() });
  });

  test('takes the code before and the one after, and none twice', async () => {
    const { secret } = await withTotp();
    passes(2 * STEP_MS);
    await secondStep((await firstStep()).token, { totp: codeOf(secret, -1) });
    await expect(secondStep((await firstStep()).token, { totp: codeOf(secret, -1) })).rejects.toThrow(WrongCode);
    await secondStep((await firstStep()).token, { totp: codeOf(secret, 1) });
    await expect(secondStep((await firstStep()).token, { totp: codeOf(secret) })).rejects.toThrow(WrongCode);
    passes(4 * STEP_MS);
    await expect(secondStep((await firstStep()).token, { totp: codeOf(secret, -2) })).rejects.toThrow(WrongCode);
  });

  test('is taken once of parallel tries with one code, and once of one first step', async () => {
    const { secret, recoveryCodes } = await withTotp();
    const halves = await Promise.all(Array.from({ length: 6 }, firstStep));
    const byCode = halves.map(({ token }) => secondStep(token, { totp: codeOf(secret) }));
    expect(succeeded(await Promise.allSettled(byCode))).toBe(1);

    const { token } = await firstStep();
    const byHalf = recoveryCodes.slice(0, 6).map((recoveryCode) => secondStep(token, { recoveryCode }));
    expect(succeeded(await Promise.allSettled(byHalf))).toBe(1);
    expect((await view()).recoveryCodesLeft).toBe(9);
  });

  test('of a first step that is too old, or of an old password, is none', async () => {
    const { secret } = await withTotp();
    const { token } = await firstStep();
    const other = await firstStep();
    const change = { current: password, password: 'a longer walk by the fjord', session };
    await platform.get(ChangePassword).run(await amira(), change);
    await expect(secondStep(other.token, { totp: codeOf(secret) })).rejects.toThrow(SignInExpired);
    passes(10 * MINUTE_MS);
    await expect(secondStep(token, { totp: codeOf(secret) })).rejects.toThrow(SignInExpired);
  });

  test('stands ten wrong codes an hour, and being right uses none up', async () => {
    const { secret } = await withTotp();
    for (let n = 0; n < 12; n += 1) {
      await secondStep((await firstStep()).token, { totp: codeOf(secret) });
      passes(STEP_MS);
    }
    const { token } = await firstStep();
    for (let n = 0; n < 10; n += 1) {
      await expect(secondStep(token, { totp: '000000' })).rejects.toThrow(WrongCode);
    }
    await expect(secondStep(token, { totp: codeOf(secret) })).rejects.toThrow(TooManyAttempts);
  });
});

describe('recovery codes', () => {
  test('are ten, each works once however it is typed, and none is kept', async () => {
    const { recoveryCodes } = await withTotp();
    expect(new Set(recoveryCodes).size).toBe(10);
    const [code = ''] = recoveryCodes;
    await secondStep((await firstStep()).token, { recoveryCode: ` ${code.toUpperCase().replaceAll('-', ' ')}` });
    await expect(secondStep((await firstStep()).token, { recoveryCode: code })).rejects.toThrow(WrongCode);
    expect((await view()).recoveryCodesLeft).toBe(9);
    const { rows } = await platform.owner.query<{ all: string }>(
      `select string_agg(c::text, ' ') || (select string_agg(e::text, ' ') from event e) as all from recovery_code c`,
    );
    expect(recoveryCodes.filter((kept) => rows[0]!.all.includes(kept))).toEqual([]);
  });

  test('of parallel uses of one, one succeeds', async () => {
    const { recoveryCodes } = await withTotp();
    const recoveryCode = recoveryCodes[3]!;
    const halves = await Promise.all(Array.from({ length: 6 }, firstStep));
    const uses = halves.map(({ token }) => secondStep(token, { recoveryCode }));
    expect(succeeded(await Promise.allSettled(uses))).toBe(1);
  });

  test('that are new end the old ones', async () => {
    const { recoveryCodes } = await withTotp();
    const [fresh = ''] = await platform.get(RenewRecoveryCodes).run(await amira());
    await expect(secondStep((await firstStep()).token, { recoveryCode: recoveryCodes[0]! })).rejects.toThrow(WrongCode);
    await secondStep((await firstStep()).token, { recoveryCode: fresh });
  });
});

describe('showing once more who one is', () => {
  test('counts for ten minutes, and the old token opens nothing', async () => {
    passes(10 * MINUTE_MS);
    expect((await view()).steppedUpUntil).toBeNull();
    const old = session;
    await stepUp({ password });
    expect(await recognise(old)).toBeNull();
    passes(10 * MINUTE_MS - 1);
    expect((await view()).steppedUpUntil).not.toBeNull();
    passes(1);
    expect((await view()).steppedUpUntil).toBeNull();
  });

  test('is done with the second factor, by who has turned one on', async () => {
    const { secret, recoveryCodes } = await withTotp();
    expect((await view()).stepUpBy).toEqual(['totp', 'recovery_code']);
    await expect(stepUp({ password })).rejects.toThrow(SecondFactorRequired);
    await stepUp({ totp: codeOf(secret) });
    await expect(stepUp({ totp: codeOf(secret) })).rejects.toThrow(WrongCode);
    await stepUp({ recoveryCode: recoveryCodes[0]! });
  });

  test('of parallel tries with one code, one succeeds', async () => {
    const { secret } = await withTotp();
    const actor = await amira();
    const totp = codeOf(secret);
    const tries = Array.from({ length: 6 }, () => platform.get(StepUp).run(actor, session, { totp }));
    expect(succeeded(await Promise.allSettled(tries))).toBe(1);
  });
});

test('what was added, used and removed is told, and kept for good', async () => {
  const { recoveryCodes } = await withTotp();
  await secondStep((await firstStep()).token, { recoveryCode: recoveryCodes[0]! });
  await platform.get(RemoveTotp).run(await amira());
  const { rows: told } = await platform.owner.query<{ what: string }>(
    `select payload->>'what' as what from event where type = 'second_factors.changed' order by occurred_at, id`,
  );
  expect(told.map(({ what }) => what)).toEqual(['totp_added', 'recovery_code_used', 'totp_removed']);
  const { rows: kept } = await platform.owner.query<{ action: string }>('select action from audit_entry order by id');
  expect(kept.map(({ action }) => action)).toEqual([
    'session.started',
    'totp.added',
    'session.started',
    'totp.removed',
  ]);
});
