import type { User } from '@app/kernel';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { AcceptInvitation } from './accept-invitation.ts';
import { ChangeEmail } from './change-email.ts';
import { IdentityModule, identityEntities } from './index.ts';
import { InviteMember } from './invite-member.ts';
import { IssueEmailChange } from './issue-email-change.ts';
import { IssueEmailReturn } from './issue-email-return.ts';
import { IssueInvitation } from './issue-invitation.ts';
import { IssuePasswordReset } from './issue-password-reset.ts';
import { IssueVerification } from './issue-verification.ts';
import { RecogniseSession } from './recognise-session.ts';
import { Register } from './register.ts';
import { RequestEmailChange } from './request-email-change.ts';
import { ResetPassword } from './reset-password.ts';
import { SignIn } from './sign-in.ts';
import { TakeBackEmail } from './take-back-email.ts';
import { VerifyEmail } from './verify-email.ts';

const AT_ONCE = 10;
const amira = {
  email: 'amira@fjord.example',
  password: 'a long walk by the fjord',
  name: 'Amira',
  zone: 'Europe/Oslo',
};
const ben = { ...amira, email: 'ben@fjord.example', name: 'Ben' };
const business = { name: 'Fjord & Co', country: 'NO', zone: 'Europe/Oslo' };

let platform: TestPlatform;

beforeAll(async () => {
  platform = await testPlatform({ imports: [IdentityModule], entities: identityEntities, now: '2026-03-02T09:00:00Z' });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  await platform.get(Register).run({ ...amira, business });
  await platform.get(Register).run(ben);
});

async function signedIn({ email, password }: typeof amira): Promise<User> {
  const { token } = await platform.get(SignIn).run({ email, password, userAgent: null });
  return (await platform.get(RecogniseSession).run(token))!;
}

async function verified(person: typeof amira): Promise<User> {
  const { userId } = await signedIn(person);
  await platform.get(VerifyEmail).run((await platform.get(IssueVerification).run(userId))!.token);
  return signedIn(person);
}

/** Each makes one token, and says how it is used. */
const tokens: Readonly<Record<string, () => Promise<(n: number) => Promise<unknown>>>> = {
  'the link that verifies an address': async () => {
    const { userId } = await signedIn(amira);
    const { token } = (await platform.get(IssueVerification).run(userId))!;
    return () => platform.get(VerifyEmail).run(token);
  },
  'the link to a new password': async () => {
    const { userId } = await signedIn(amira);
    const { token } = (await platform.get(IssuePasswordReset).run(userId))!;
    return (n) => platform.get(ResetPassword).run({ token, password: `a longer walk in the hills ${n}` });
  },
  'the link to a new address': async () => {
    const actor = await signedIn(amira);
    await platform.get(RequestEmailChange).run(actor, { email: 'amira@hills.example', password: amira.password });
    const { rows } = await platform.owner.query<{ id: string }>('select id from email_change');
    const { token } = (await platform.get(IssueEmailChange).run(rows[0]!.id))!;
    return () => platform.get(ChangeEmail).run(token!);
  },
  'the link to the address that was given up': async () => {
    const actor = await signedIn(amira);
    await platform.get(RequestEmailChange).run(actor, { email: 'amira@hills.example', password: amira.password });
    const { rows } = await platform.owner.query<{ id: string }>('select id from email_change');
    await platform.get(ChangeEmail).run((await platform.get(IssueEmailChange).run(rows[0]!.id))!.token!);
    const { token } = (await platform.get(IssueEmailReturn).run(rows[0]!.id))!;
    return (n) => platform.get(TakeBackEmail).run({ token, password: `a longer walk in the hills ${n}` });
  },
  'an invitation': async () => {
    const owner = await verified(amira);
    const invited = await verified(ben);
    const place = { email: ben.email, role: 'viewer' as const };
    const { id } = await platform.get(InviteMember).run(owner, owner.businesses[0]!.id, place);
    const { token } = (await platform.get(IssueInvitation).run(id))!;
    return () => platform.get(AcceptInvitation).run(invited, token);
  },
};

test.each(Object.keys(tokens))('of ten uses of %s at once one succeeds, and none after it', async (name) => {
  const use = await tokens[name]!();
  const uses = await Promise.allSettled(Array.from({ length: AT_ONCE }, (_, n) => use(n)));
  expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const each of uses) {
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'token_not_valid' });
  }
  await expect(use(AT_ONCE)).rejects.toMatchObject({ code: 'token_not_valid' });
});
