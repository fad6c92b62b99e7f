import { StaffPerson } from '../../apps/kontor/src/world/staff-person.ts';
import { at } from '../../apps/kontor/src/world/wall-clock.ts';
import { WorkedWeek } from '../support/worked-week.ts';

const WHY = 'The same two hours were billed to another shop';
const NOTHING = 'The other shop was billed for another day';
const MONDAY = '2026-03-16';
const RELEASED = at('thu 9:00', MONDAY, 'Europe/Oslo'); // silence on Friday 24:00, and five days of hold
const MINUTE = 60;

interface Disputable {
  entries: { entryId: string; disputableSeconds: number }[];
  reportUntil: string | null;
  report: { disputeId: string | null; refusal: string | null } | null;
  can: { dispute: boolean; report: boolean };
}

interface Report {
  id: string;
  reason: string;
  lines: { seconds: number }[];
}

let week: WorkedWeek;
let weekId: string;

beforeAll(async () => {
  week = await WorkedWeek.begin({ worked: 'tue 9:00-11:07' });
  await week.world.stripe.control.topUp(100_00); // what is carried until it is back
  await week.charged();
  const [past] = await week.ingrid.get<{ id: string }[]>('/weeks?which=past');
  weekId = past?.id ?? '';
}, 120_000);
afterAll(() => week?.world.end());

async function colleague(name: string): Promise<StaffPerson> {
  const person = new StaffPerson(week.world, name, 'America/New_York');
  await person.joins();
  return person;
}

const disputable = () => week.ingrid.get<Disputable>(`/weeks/${weekId}/disputable`);

async function reports(): Promise<Disputable> {
  const [entry] = (await disputable()).entries;
  const lines = [{ entryId: entry?.entryId, seconds: 40 * MINUTE }];
  return week.ingrid.post<Disputable>(`/weeks/${weekId}/late-reports`, { ground: 'duplicate', reason: WHY, lines });
}

test('what a client reports after the review moves nothing until staff open a claim of it', async () => {
  expect(await disputable()).toMatchObject({ reportUntil: null, can: { dispute: true, report: false } });
  await expect(reports()).rejects.toMatchObject({ problem: { code: 'not_disputable' } });

  await week.world.time.passesTo(RELEASED);
  await week.ingrid.signsIn();
  await week.beatriz.signsIn();
  expect(await disputable()).toMatchObject({
    reportUntil: '2026-05-12T23:00:00.000Z', // sixty days after Friday 24:00
    can: { dispute: false, report: true },
  });
  expect(await reports()).toMatchObject({ report: { answeredAt: null, disputeId: null }, can: { report: false } });
  await expect(reports()).rejects.toMatchObject({ problem: { code: 'report_open_already' } });
  expect(await week.beatriz.get(`/weeks/${weekId}/disputable`)).toMatchObject({ report: null, can: { report: false } });
  expect(await week.beatriz.get('/disputes')).toEqual([]);

  const dana = await colleague('Dana Reyes');
  const [first] = await dana.get<Report[]>('/staff/late-reports');
  expect(first).toMatchObject({ reason: WHY, lines: [{ seconds: 40 * MINUTE }], client: { name: 'Fjordlys' } });
  await dana.post(`/staff/late-reports/${first?.id}/refusal`, { reason: NOTHING });
  await week.world.time.quiet();
  expect(await dana.get('/staff/late-reports')).toEqual([]);
  expect(await disputable()).toMatchObject({ report: { refusal: NOTHING, disputeId: null }, can: { report: true } });
  const { notices } = await week.ingrid.get<{ notices: object[] }>('/notifications');
  expect(notices[0]).toMatchObject({ kind: 'late_report_declined', link: `/hire/weeks/${weekId}` });

  await reports();
  const [second] = await dana.get<Report[]>('/staff/late-reports');
  const { id } = await dana.post<{ id: string }>(`/staff/late-reports/${second?.id}/claim`);
  expect(await week.beatriz.get(`/disputes/${id}`)).toMatchObject({
    ...{ origin: 'late_claim', ground: 'duplicate', reason: WHY, seconds: 40 * MINUTE },
    can: { answer: true },
  });
  expect((await disputable()).report).toMatchObject({ disputeId: id });
  await expect(dana.post(`/staff/late-reports/${second?.id}/claim`)).rejects.toMatchObject({
    problem: { code: 'report_answered' },
  });
}, 240_000);

test('staff who are party to it, and whoever comes after sixty days, are refused', async () => {
  await week.ingrid.signsIn();
  await reports();
  const party = new StaffPerson(week.world, week.beatriz.name, week.beatriz.zone, week.beatriz.email);
  await party.isMadeStaff();
  const [report] = await party.get<Report[]>('/staff/late-reports');
  const refused = { status: 403, problem: { code: 'party_to_it' } };
  await expect(party.post(`/staff/late-reports/${report?.id}/claim`)).rejects.toMatchObject(refused);
  await expect(party.post(`/staff/late-reports/${report?.id}/refusal`, { reason: NOTHING })).rejects.toMatchObject(
    refused,
  );

  await week.world.time.passesTo(new Date('2026-05-12T23:00:00Z'));
  await week.ingrid.signsIn();
  expect((await disputable()).can.report).toBe(false);
  await expect(reports()).rejects.toMatchObject({ problem: { code: 'late_claim_too_late' } });
}, 240_000);
