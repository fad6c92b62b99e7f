import { AuditTrail, AuditModule } from '@app/audit';
import { IdentityModule, Sessions, StaffGrants } from '@app/identity';
import type { User } from '@app/kernel';

import { testDatabase } from '../../../../test/support/database.ts';
import { type TestPlatform, testPlatform } from '../../../../test/support/platform.ts';
import { identityEntities } from '@app/identity';
import { staffCommand } from './staff-command.ts';

let platform: TestPlatform;
let ownerUrl: string;
let kari: User;

beforeAll(async () => {
  platform = await testPlatform({
    imports: [AuditModule, IdentityModule],
    entities: [...identityEntities],
    now: '2026-03-02T09:00:00Z',
  });
  ({ ownerUrl } = await testDatabase());
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  kari = await platform.arrange.account({ name: 'Kari' });
});

const emailOf = ({ userId }: User) => `${userId}@people.example`;
const run = (...args: string[]) => staffCommand(args, ownerUrl, platform.clock);
const isStaff = () => platform.get(StaffGrants).isStaff(kari.userId);
const signedIn = async () => {
  const given = { token: 'a token', accountId: kari.userId, userAgent: null, secondFactor: false };
  await platform.db.transaction((tx) => platform.get(Sessions).start(tx, given, platform.clock.now()));
};
const session = () => platform.get(Sessions).recognise('a token', platform.clock.now());

test('a grant makes somebody staff, signs them out and is audited', async () => {
  await signedIn();

  expect(await run('grant', emailOf(kari))).toMatchObject({
    exitCode: 0,
    text: expect.stringContaining('is staff now'),
  });

  expect(await isStaff()).toBe(true);
  expect(await session()).toBeNull();
  const [told] = await platform.get(AuditTrail).of({ kind: 'account', id: kari.userId });
  expect(told).toMatchObject({ action: 'staff.granted', actorKind: 'system' });
});

test('granting twice changes nothing, and a revoked one can be granted again', async () => {
  await run('grant', emailOf(kari));
  expect((await run('grant', emailOf(kari).toUpperCase())).text).toContain('is staff already');
  await signedIn();

  expect((await run('revoke', emailOf(kari))).exitCode).toBe(0);
  expect(await isStaff()).toBe(false);
  expect(await session()).toBeNull();
  expect((await run('revoke', emailOf(kari))).exitCode).toBe(1);
  expect((await run('grant', emailOf(kari))).exitCode).toBe(0);
});

test('the list says who is staff', async () => {
  expect((await run('list')).text).toBe('Nobody is staff.\n');
  await run('grant', emailOf(kari));
  expect((await run('list')).text).toContain(`${emailOf(kari)}  Kari  since 2026-03-02T09:00:00.000Z`);
});

test('an address that nobody has is refused by name', async () => {
  expect(await run('grant', 'nobody@people.example')).toEqual({
    exitCode: 1,
    text: 'Nobody has an account with nobody@people.example.\n',
  });
});

test.each([
  [],
  ['grant'],
  ['list', 'a@b.example'],
  ['grant', 'a@b.example', 'c@d.example'],
  ['promote', 'a@b.example'],
])('what is not understood is answered with the usage: %s', async (...args) =>
  expect((await run(...args)).exitCode).toBe(2),
);

test('the processes themselves cannot make anybody staff', async () => {
  const grant = platform.db.transaction((tx) => platform.get(StaffGrants).grant(tx, kari.userId, platform.clock.now()));
  await expect(grant).rejects.toThrow('permission denied');
  expect(await isStaff()).toBe(false);
});
