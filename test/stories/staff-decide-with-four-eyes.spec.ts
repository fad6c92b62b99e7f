import type { Person } from '../../apps/kontor/src/world/person.ts';
import { StaffPerson } from '../../apps/kontor/src/world/staff-person.ts';
import { at } from '../../apps/kontor/src/world/wall-clock.ts';
import { WorkedWeek } from '../support/worked-week.ts';

const WHY = 'The calendar shows that the office was closed';
/** Nineteen hours, and the fee on them, are above $500. */
const DEAR = { rate: '25.00', hours: 20, worked: 'mon 2:00-21:00' };
const RELEASED = at('thu 9:00', '2026-03-16', 'Europe/Oslo'); // silence on Friday 24:00, and five days of hold

interface Decision {
  id: string;
  version: string;
  decidedAt: string | null;
}

interface Dispute {
  id: string;
  state: string;
  outcome: string | null;
  lines: { id: string }[];
  decisions: Decision[];
}

let week: WorkedWeek;
let disputeId: string;

afterEach(async () => {
  try {
    expect(await week.violations()).toEqual({});
    expect(await week.balance('stripe_balance')).toBe(await week.world.platformBalance());
    expect(await week.balance('refund_due')).toBe(0);
  } finally {
    await week.world.end();
  }
});

async function charged(work = {}): Promise<void> {
  week = await WorkedWeek.begin(work);
  await week.charged();
}

async function entry(): Promise<{ weekId: string; entryId: string }> {
  const [past] = await week.ingrid.get<{ id: string }[]>('/weeks?which=past');
  const { entries } = await week.ingrid.get<{ entries: { id: string }[] }>(`/weeks/${past?.id}`);
  return { weekId: past?.id ?? '', entryId: entries[0]?.id ?? '' };
}

/** Answered, and so for staff to decide. */
async function disputed(work?: object): Promise<void> {
  await charged(work);
  const { weekId, entryId } = await entry();
  disputeId = await week.ingrid.disputes(weekId, entryId, { reason: WHY });
  await answered();
}

async function answered(): Promise<void> {
  await week.beatriz.post(`/disputes/${disputeId}/answer`, { text: 'I was at my desk, see the sent mails' });
  await week.world.time.quiet();
}

async function colleague(name: string): Promise<StaffPerson> {
  const person = new StaffPerson(week.world, name, 'America/New_York');
  await person.joins();
  return person;
}

/** Somebody with an account becomes a member of staff too. */
async function asStaff({ name, zone, email }: Person): Promise<StaffPerson> {
  const staff = new StaffPerson(week.world, name, zone, email);
  await staff.isMadeStaff();
  return staff;
}

const shown = (staff: StaffPerson) => staff.get<Dispute>(`/staff/disputes/${disputeId}`);

async function says(staff: StaffPerson, verdict: 'pay' | 'refund'): Promise<Dispute> {
  const [line] = (await shown(staff)).lines;
  const ruleId = verdict === 'pay' ? 'work_shown' : 'work_not_shown';
  await staff.stepsUp();
  return staff.decides<Dispute>(disputeId, [{ lineId: line?.id ?? '', verdict, ruleId, reason: WHY }]);
}

function signs(staff: StaffPerson, { id }: Decision, version: string): Promise<Dispute> {
  return staff.post<Dispute>(`/staff/disputes/${disputeId}/decisions/${id}/signature`, { version });
}

const refunded = async () =>
  (
    await week.rows<{ cents: number }>(
      `select coalesce(sum(amount_cents), 0)::int as cents from refund where state in ('sent', 'arrived')`,
    )
  )[0]?.cents;

test('above $500 it stands once a second member of staff has signed the same version', async () => {
  await disputed(DEAR);
  const [dana, eli] = [await colleague('Dana Reyes'), await colleague('Eli Novak')];
  const proposed = await says(dana, 'refund');
  expect(proposed).toMatchObject({ state: 'deciding', decisions: [{ decidedAt: null }] });
  const [first] = proposed.decisions as [Decision];
  await expect(signs(dana, first, first.version)).rejects.toMatchObject({ problem: { code: 'signed_already' } });

  await eli.stepsUp();
  await expect(signs(eli, first, 'another version')).rejects.toMatchObject({ problem: { code: 'other_version' } });
  const changed = await says(dana, 'pay');
  const standing = changed.decisions.find(({ id }) => id !== first.id) as Decision;
  await expect(signs(eli, first, first.version)).rejects.toMatchObject({ problem: { code: 'other_version' } });
  expect(await signs(eli, standing, standing.version)).toMatchObject({ state: 'decided' });

  await week.world.time.passes('3 weeks');
  expect(await refunded()).toBe(0);
  expect(await week.balance('earnings_held')).toBe(0);
}, 240_000);

test('two who decide at once leave one decision, and two who sign at once one signature', async () => {
  await disputed(DEAR);
  const [dana, eli, fay] = [await colleague('Dana Reyes'), await colleague('Eli Novak'), await colleague('Fay Okoro')];
  const proposals = await Promise.allSettled([says(dana, 'refund'), says(eli, 'refund')]);
  expect(proposals.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(proposals.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { problem: { code: 'decided_already' } },
  });

  const [standing] = (await shown(fay)).decisions as [Decision];
  const other = proposals[0].status === 'fulfilled' ? eli : dana;
  for (const each of [other, fay]) await each.stepsUp();
  const signatures = await Promise.allSettled([other, fay].map((each) => signs(each, standing, standing.version)));
  expect(signatures.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await week.rows(`select count(*)::int as signed from dispute_signature`)).toEqual([{ signed: 2 }]);
  expect((await shown(fay)).state).toBe('decided');

  await week.world.stripe.control.topUp(100_00); // Stripe keeps its fee of what goes back whole.
  await week.world.time.passes('3 weeks');
  expect(await refunded()).toBe(475_00 + 47_50);
}, 240_000);

test('a late claim of staff, after the release: it is owed, and taken back of what the assistant has at Stripe', async () => {
  await charged();
  await week.world.stripe.control.topUp(100_00);
  await week.world.time.passesTo(RELEASED);
  const [dana, eli, fay] = [await colleague('Dana Reyes'), await colleague('Eli Novak'), await colleague('Fay Okoro')];
  await week.ingrid.signsIn();
  await week.beatriz.signsIn();
  const { weekId, entryId } = await entry();
  const claim = { weekId, ground: 'fraud', reason: WHY, lines: [{ entryId }] };
  disputeId = (await dana.post<Dispute>('/staff/late-claims', claim)).id;
  await week.world.time.quiet();
  await answered();
  await expect(says(dana, 'refund')).rejects.toMatchObject({
    problem: { code: 'barred_from_deciding', reason: 'opened_it' },
  });
  await says(eli, 'refund');
  await week.beatriz.post(`/disputes/${disputeId}/appeal`, { reason: 'Nobody has looked at the sent mails' });
  expect(await says(fay, 'refund')).toMatchObject({ state: 'final', outcome: 'refunded' });
  await week.world.time.quiet();

  expect(await week.beatriz.get('/debts')).toMatchObject([{ amountCents: 57_66, reversedCents: 57_66, leftCents: 0 }]);
  expect(await refunded()).toBe(63_43);
  expect(await week.balance('assistant_debt')).toBe(0);
}, 240_000);

test('an appeal is decided by another member of staff, who upholds it: what was decided first goes back', async () => {
  await disputed();
  await week.world.stripe.control.topUp(100_00);
  const [dana, eli] = [await colleague('Dana Reyes'), await colleague('Eli Novak')];
  await says(dana, 'refund');
  await week.beatriz.post(`/disputes/${disputeId}/appeal`, { reason: 'Nobody has looked at the sent mails' });
  await expect(says(dana, 'refund')).rejects.toMatchObject({ problem: { reason: 'decided_before' } });
  expect(await says(eli, 'refund')).toMatchObject({ state: 'final', outcome: 'refunded' });
  await week.world.time.passes('1 week');
  expect(await refunded()).toBe(63_43);
}, 240_000);

test('nobody decides where they are party: neither the assistant, nor who acts for the client, whatever else they are', async () => {
  await disputed();
  const dana = await colleague('Dana Reyes');
  for (const party of [await asStaff(week.ingrid), await asStaff(week.beatriz)]) {
    await expect(says(party, 'pay')).rejects.toMatchObject({
      status: 403,
      problem: { code: 'barred_from_deciding', reason: 'party' },
    });
  }
  await says(dana, 'pay');
  await week.world.time.passes('3 weeks');
  expect(await refunded()).toBe(0);
}, 240_000);
