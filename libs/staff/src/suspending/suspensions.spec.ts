import { AuditTrail } from '@app/audit';
import { AppealSuspension, identityEntities, IssueAppeal, Sessions, Suspensions } from '@app/identity';
import type { Staff, User } from '@app/kernel';
import { Standings } from '@app/profiles';
import { StripeModule } from '@app/stripe';
import { billingEntities } from '@app/billing';
import { hiringEntities, HiringModule, PostBrief } from '@app/hiring';
import { payoutsEntities } from '@app/payouts';
import { StartTimer, TimelogModule } from '@app/timelog';

import { type TestPlatform, testPlatform } from '../../../../test/support/platform.ts';
import { DecideAppeal, EndSuspensions, LiftSuspension, StaffModule, Suspend } from '../index.ts';

type Client = User & { clientId: string };

let platform: TestPlatform;
let [staff, colleague]: Staff[] = [];
let ben: User;
let client: Client;

beforeAll(async () => {
  platform = await testPlatform({
    imports: [StripeModule, StaffModule, HiringModule, TimelogModule],
    entities: [...identityEntities, ...hiringEntities, ...billingEntities, ...payoutsEntities],
    now: '2026-03-02T09:00:00Z',
  });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  [staff, colleague] = await Promise.all([asStaff(), asStaff()]);
  ben = await platform.arrange.assistant({ name: 'Ben' });
  client = await platform.arrange.client();
});

async function asStaff(): Promise<Staff> {
  return { kind: 'staff', userId: (await platform.arrange.account({ name: 'Staff' })).userId };
}

const explanation = 'Two people have told us that your time was not worked.';
const told = { reasonCode: 'fraud_suspected', explanation };
const person = (user: User) => ({ kind: 'account', id: user.userId }) as const;
const suspend = (scopes: ('signing_in' | 'hiring' | 'assisting' | 'payouts')[], until?: Date) =>
  platform.get(Suspend).run(staff!, { of: person(ben), scopes, ...told, until });
async function signIn(user: User): Promise<void> {
  const session = { token: `token of ${user.userId}`, accountId: user.userId, userAgent: null, secondFactor: false };
  await platform.db.transaction((tx) => platform.get(Sessions).start(tx, session, platform.clock.now()));
}
const signedIn = (user: User) => platform.get(Sessions).recognise(`token of ${user.userId}`, platform.clock.now());
const actions = async (user: User) => (await platform.get(AuditTrail).of(person(user))).map(({ action }) => action);

test('suspended from signing in, every session is dead at once, until that is lifted', async () => {
  await signIn(ben);
  const { id } = await suspend(['signing_in']);
  expect(await signedIn(ben)).toBeNull();

  await platform.get(LiftSuspension).run(staff!, id, 'It was somebody else.');
  const { rows } = await platform.owner.query('select suspended_at from account where id = $1', [ben.userId]);
  expect(rows).toEqual([{ suspended_at: null }]);
  expect(await actions(ben)).toEqual(['suspension.lifted', 'suspension.placed']);
});

test('suspended from assisting they sign in and look, and start no timer', async () => {
  const contractId = await platform.arrange.contract({ client, assistant: ben });
  await signIn(ben);
  await suspend(['assisting']);
  const now = (await signedIn(ben))!;

  expect(now.suspendedFrom).toEqual(['assisting']);
  const begun = platform.get(StartTimer).run(now, { contractId, note: 'Answers to customers' }, 'a key of its own');
  await expect(begun).rejects.toMatchObject({ code: 'suspended', details: { scope: 'assisting' } });
});

test('a business that is suspended posts no brief, and a person neither', async () => {
  const draft = {
    ...{ businessId: client.clientId, title: 'Inbox', description: '', specialties: ['email_calendar'], tools: [] },
    ...{ weeklyMinutes: 600, minRateCents: 1_500, maxRateCents: 2_000, languages: ['en'], overlapMinutes: 0 },
    startsOn: '2026-03-16',
  };
  const post = (actor: User, key: string) => platform.get(PostBrief).run(actor, draft, key);
  await expect(post({ ...client, suspendedFrom: ['hiring'] }, 'a key of one')).rejects.toMatchObject({
    code: 'suspended',
  });

  const business = { kind: 'business', id: client.clientId } as const;
  const { id } = await platform.get(Suspend).run(staff!, { of: business, scopes: ['hiring'], ...told });
  await expect(post(client, 'a key of two')).rejects.toMatchObject({ code: 'client_suspended' });

  await platform.get(LiftSuspension).run(staff!, id, 'They have explained it.');
  await expect(post(client, 'a key of three')).resolves.toMatchObject({ repeated: false });
});

test('one with an end ends by itself, and another that overlaps goes on', async () => {
  await suspend(['assisting'], new Date('2026-03-03T09:00:00Z'));
  await suspend(['assisting', 'payouts'], new Date('2026-03-04T09:00:00Z'));
  const sweep = platform.get(EndSuspensions);
  expect(await sweep.nextDueAt()).toEqual(new Date('2026-03-03T09:00:00Z'));

  expect(await sweep.run(new Date('2026-03-03T09:00:00Z'))).toBe(1);
  const standing = () => platform.get(Standings).ofPerson(ben.userId);
  expect(await standing()).toMatchObject({
    assistingSuspendedAt: expect.any(Date),
    payoutsSuspendedAt: expect.any(Date),
  });
  expect(await sweep.run(new Date('2026-03-04T09:00:00Z'))).toBe(1);
  expect(await standing()).toMatchObject({ assistingSuspendedAt: null, payoutsSuspendedAt: null });
  expect(await sweep.nextDueAt()).toBeNull();
});

test('an appeal is made once, by the link of the mail, and somebody else decides it', async () => {
  const { id } = await suspend(['signing_in']);
  const { token, to } = await platform.get(IssueAppeal).run(id);
  expect(to.map((one) => one.id)).toEqual([ben.userId]);

  const appeal = () => platform.get(AppealSuspension).runByToken(token, 'I was at work, and can show it.');
  await appeal();
  await expect(appeal()).rejects.toMatchObject({ code: 'appealed_already' });
  await expect(platform.get(AppealSuspension).runByToken('made up', 'I was at work.')).rejects.toMatchObject({
    code: 'token_not_valid',
  });

  expect((await platform.get(Suspensions).awaitingDecision()).map((one) => one.id)).toEqual([id]);
  const decide = (by: Staff) =>
    platform.get(DecideAppeal).run(by, id, { upheld: true, reason: 'The time was worked.' });
  await expect(decide(staff!)).rejects.toMatchObject({ code: 'another_must_do_it' });
  expect(await decide(colleague!)).toMatchObject({ appealUpheld: true, endedAt: platform.clock.now() });
  await expect(decide(colleague!)).rejects.toMatchObject({ code: 'not_appealed' });
  expect(await platform.get(Suspensions).awaitingDecision()).toEqual([]);
});

test('a stranger cannot appeal, and whoever is signed in only against their own', async () => {
  const { id } = await suspend(['assisting']);
  const by = (user: User) => platform.get(AppealSuspension).run(user, id, 'I was at work, and can show it.');
  await expect(by(client)).rejects.toMatchObject({ code: 'suspension_not_found' });
  await by(ben);
  expect(await platform.get(Suspensions).find(id)).toMatchObject({ appealedAt: platform.clock.now() });
});

test('nobody suspends themselves, or a business of theirs', async () => {
  const self = { kind: 'account', id: staff!.userId } as const;
  const owner: Staff = { kind: 'staff', userId: client.userId };
  const business = { kind: 'business', id: client.clientId } as const;
  const refused = { code: 'party_to_it' };
  await expect(platform.get(Suspend).run(staff!, { of: self, scopes: ['hiring'], ...told })).rejects.toMatchObject(
    refused,
  );
  await expect(platform.get(Suspend).run(owner, { of: business, scopes: ['hiring'], ...told })).rejects.toMatchObject(
    refused,
  );
});
