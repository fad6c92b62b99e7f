import { type BusinessRole, Forbidden, type User } from '@app/kernel';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { AcceptInvitation } from './accept-invitation.ts';
import { ChangeRole } from './change-role.ts';
import { TokenNotValid } from './identity.errors.ts';
import { IdentityModule, identityEntities } from './index.ts';
import { Invitations } from './invitations.repository.ts';
import { InviteMember } from './invite-member.ts';
import { IssueInvitation } from './issue-invitation.ts';
import {
  AlreadyMember,
  BusinessNotFound,
  InvitationNotFound,
  InvitationNotYours,
  LastOwner,
  MemberNotFound,
  OnBothSides,
  TooManyInvitations,
} from './members.errors.ts';
import { Members } from './members.repository.ts';
import { RecogniseSession } from './recognise-session.ts';
import { RemoveMember } from './remove-member.ts';
import { Sessions } from './sessions.repository.ts';
import { WithdrawInvitation } from './withdraw-invitation.ts';

const DAY_MS = 86_400_000;

let platform: TestPlatform;
let amira: User & { clientId: string };
let ben: User;

beforeAll(async () => {
  platform = await testPlatform({ imports: [IdentityModule], entities: identityEntities, now: '2026-03-02T09:00:00Z' });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  amira = await platform.arrange.client();
  ben = await platform.arrange.account();
});

const addressOf = ({ userId }: User) => `${userId}@people.example`;
const passes = (ms: number) => platform.clock.moveTo(new Date(platform.clock.now().getTime() + ms));
const open = () => platform.get(Invitations).open(amira.clientId, platform.clock.now());
const accept = (by: User, token: string) => platform.get(AcceptInvitation).run(by, token);
const changeRole = (by: User, of: User, role: BusinessRole) =>
  platform.get(ChangeRole).run(by, amira.clientId, of.userId, role);
const remove = (by: User, who: User) => platform.get(RemoveMember).run(by, amira.clientId, who.userId);
const invite = (by: User, email: string, role: BusinessRole = 'viewer') =>
  platform.get(InviteMember).run(by, amira.clientId, { email, role });

/** What the mail's link holds. */
async function sentTo(email: string, role: BusinessRole = 'viewer'): Promise<string> {
  const { id } = await invite(amira, email, role);
  return (await platform.get(IssueInvitation).run(id))!.token;
}

/** They as they are once they act for the business. */
async function joined(who: User, role: BusinessRole): Promise<User> {
  const membership = await accept(who, await sentTo(addressOf(who), role));
  return { ...who, businesses: [membership] };
}

async function roles(): Promise<Record<string, BusinessRole>> {
  const members = await platform.get(Members).list(amira, amira.clientId);
  return Object.fromEntries(members.map(({ id, role }) => [id, role]));
}

describe('an invitation', () => {
  test('gives the role it names to who has the address, without regard to case', async () => {
    await accept(ben, await sentTo(addressOf(ben).toUpperCase(), 'finance'));
    expect(await roles()).toEqual({ [amira.userId]: 'owner', [ben.userId]: 'finance' });
    expect(await open()).toEqual([]);
  });

  test('is accepted once, of parallel uses exactly one', async () => {
    const token = await sentTo(addressOf(ben));
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => accept(ben, token)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await remove(amira, ben);
    await expect(accept(ben, token)).rejects.toThrow(TokenNotValid);
  });

  test('is nobody else’s, and stays good for whom it was sent to', async () => {
    const token = await sentTo(addressOf(ben));
    const eve = await platform.arrange.account();
    await expect(accept(eve, token)).rejects.toThrow(InvitationNotYours);
    await expect(accept({ ...ben, emailVerified: false }, token)).rejects.toMatchObject({ code: 'email_not_verified' });
    await accept(ben, token);
    expect(Object.keys(await roles())).toHaveLength(2);
  });

  test('is too old after seven days', async () => {
    const token = await sentTo(addressOf(ben));
    passes(7 * DAY_MS);
    await expect(accept(ben, token)).rejects.toThrow(TokenNotValid);
    expect(await open()).toEqual([]);
  });

  test('made again takes the place of the first, and one that is withdrawn opens nothing', async () => {
    const first = await sentTo(addressOf(ben), 'owner');
    const second = await sentTo(addressOf(ben), 'viewer');
    await expect(accept(ben, first)).rejects.toThrow(TokenNotValid);
    const [only, ...others] = await open();
    expect(others).toEqual([]);

    const withdraw = () => platform.get(WithdrawInvitation).run(amira, amira.clientId, only!.id);
    await withdraw();
    await expect(accept(ben, second)).rejects.toThrow(TokenNotValid);
    await expect(withdraw()).rejects.toThrow(InvitationNotFound);
    expect(await platform.get(IssueInvitation).run(only!.id)).toBeNull();
  });

  test('leaves nothing in the database that could be accepted', async () => {
    const token = await sentTo(addressOf(ben));
    const { rows } = await platform.owner.query<{ text: string }>(
      `select string_agg(i::text, ' ') || (select string_agg(e::text, ' ') from event e) as text from business_invitation i`,
    );
    expect(rows[0]?.text).not.toContain(token);
  });

  test('is made by verified owners alone, and to nobody who belongs already', async () => {
    const cleo = await joined(ben, 'hiring');
    await expect(invite(cleo, 'dora@people.example')).rejects.toThrow(Forbidden);
    await expect(invite(await platform.arrange.client(), 'dora@people.example')).rejects.toThrow(BusinessNotFound);
    await expect(invite({ ...amira, emailVerified: false }, 'dora@people.example')).rejects.toThrow(Forbidden);
    await expect(invite(amira, addressOf(ben))).rejects.toThrow(AlreadyMember);
  });

  test('is one of at most twenty an hour', async () => {
    for (let n = 0; n < 20; n += 1) await invite(amira, `somebody-${n}@people.example`);
    await expect(invite(amira, 'one-more@people.example')).rejects.toThrow(TooManyInvitations);
    passes(3_600_000);
    await invite(amira, 'one-more@people.example');
  });

  test('brings nobody to both sides of one contract, and can be accepted once the contract has ended', async () => {
    const assistant = await platform.arrange.assistant();
    const contractId = await platform.arrange.contract({ client: amira, assistant });
    const token = await sentTo(addressOf(assistant), 'approver');
    await expect(accept(assistant, token)).rejects.toThrow(OnBothSides);
    expect(await roles()).toEqual({ [amira.userId]: 'owner' });
    await platform.owner.query(`update contract set state = 'ended', ended_at = $2, state_at = $2 where id = $1`, [
      contractId,
      platform.clock.now(),
    ]);
    await accept(assistant, token);
  });
});

describe('a role', () => {
  test('that is lost is lost for the session that is open', async () => {
    const session = { token: 'of the laptop', accountId: ben.userId, userAgent: null, secondFactor: false };
    await platform.db.transaction((tx) => platform.get(Sessions).start(tx, session, platform.clock.now()));
    const seen = async () => (await platform.get(RecogniseSession).run(session.token))?.businesses;
    await joined(ben, 'finance');
    expect(await seen()).toEqual([{ id: amira.clientId, role: 'finance' }]);
    await changeRole(amira, ben, 'viewer');
    expect(await seen()).toEqual([{ id: amira.clientId, role: 'viewer' }]);
    await remove(amira, ben);
    expect(await seen()).toEqual([]);
  });

  test('is given and taken by owners alone; everybody else may only leave', async () => {
    const hiring = await joined(ben, 'hiring');
    await expect(changeRole(hiring, ben, 'owner')).rejects.toThrow(Forbidden);
    await expect(remove(hiring, amira)).rejects.toThrow(Forbidden);
    await expect(changeRole(await platform.arrange.client(), ben, 'viewer')).rejects.toThrow(BusinessNotFound);
    await expect(changeRole(amira, await platform.arrange.account(), 'viewer')).rejects.toThrow(MemberNotFound);
    await remove(hiring, ben);
    expect(await roles()).toEqual({ [amira.userId]: 'owner' });
  });

  test('of the last owner stays', async () => {
    await expect(remove(amira, amira)).rejects.toThrow(LastOwner);
    await expect(changeRole(amira, amira, 'viewer')).rejects.toThrow(LastOwner);
    await joined(ben, 'owner');
    await platform.owner.query('update account set suspended_at = created_at where id = $1', [ben.userId]);
    await expect(remove(amira, amira)).rejects.toThrow(LastOwner); // Who is suspended could not act for it.
    expect(await roles()).toMatchObject({ [amira.userId]: 'owner' });
  });

  test('of two owners who dismiss each other at once, one stays', async () => {
    const other = await joined(ben, 'owner');
    const outcomes = await Promise.allSettled([remove(amira, ben), remove(other, amira)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { rows } = await platform.owner.query('select 1 from business_member where business_id = $1', [
      amira.clientId,
    ]);
    expect(rows).toHaveLength(1);
  });
});
