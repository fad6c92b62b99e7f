import { StaffPerson } from '../../apps/kontor/src/world/staff-person.ts';
import { WorkedWeek } from '../support/worked-week.ts';

const WHY = 'The calendar shows that the office was closed';
const MINUTE = 60;

interface Dispute {
  id: string;
  state: string;
  outcome: string | null;
  dueAt: string | null;
  refunded: { amountCents: number; feeCents: number } | null;
  lines: { id: string; seconds: number }[];
  decisions: { id: string; decidedAt: string | null; version: string }[];
}

interface Entry {
  id: string;
}

let week: WorkedWeek;
let weekId: string;
let entryId: string;

/** 127 minutes at $18.50, charged: $39.16 and a fee of $3.92. */
async function charged(worked = 'tue 9:00-11:07'): Promise<void> {
  week = await WorkedWeek.begin({ worked });
  await week.charged();
  await theWeek();
}

async function theWeek(): Promise<void> {
  const [past] = await week.ingrid.get<{ id: string }[]>('/weeks?which=past');
  weekId = past?.id ?? '';
  const { entries } = await week.ingrid.get<{ entries: Entry[] }>(`/weeks/${weekId}`);
  entryId = entries[0]?.id ?? '';
}

async function colleague(name: string): Promise<StaffPerson> {
  const person = new StaffPerson(week.world, name, 'America/New_York');
  await person.joins();
  return person;
}

/** Weeks later she signs in anew. */
async function read(id: string): Promise<Dispute> {
  await week.ingrid.signsIn();
  return week.ingrid.get<Dispute>(`/disputes/${id}`);
}

/** What staff say of the only line. */
async function say(id: string, verdict: 'pay' | 'refund' | 'split', minutes = 0) {
  const [line] = (await read(id)).lines;
  const ruleId = { pay: 'work_shown', refund: 'work_not_shown', split: 'partly_shown' }[verdict];
  const back = verdict === 'split' ? { refundSeconds: minutes * MINUTE } : {};
  return [{ lineId: line?.id ?? '', verdict, ruleId, reason: WHY, ...back }];
}

/** Everything is done: nothing breaks, and our books say what Stripe's do. */
async function booksAgree(): Promise<void> {
  expect(await week.violations()).toEqual({});
  expect(await week.balance('stripe_balance')).toBe(await week.world.platformBalance());
  expect(await week.balance('refund_due')).toBe(0);
  expect(await week.balance('earnings_held')).toBe(0);
}

/** What left the platform's balance for the assistant, and for the card. */
async function whatMoved(): Promise<{ sent: number; refunded: number }> {
  const [moved] = await week.rows<{ sent: number; refunded: number }>(`
    select (select coalesce(sum(amount_cents), 0)::int from transfer where state = 'sent') as sent,
           (select coalesce(sum(amount_cents), 0)::int from refund where state in ('sent', 'arrived')) as refunded`);
  return moved ?? { sent: 0, refunded: 0 };
}

afterEach(async () => {
  try {
    await booksAgree();
  } finally {
    await week.world.end();
  }
});

test('accepted: the part goes back with its share of the fee, and the rest is paid on its date', async () => {
  await charged();
  const id = await week.ingrid.disputes(weekId, entryId, { minutes: 40, reason: WHY });
  expect(await week.world.mailTo(week.beatriz.email)).toContainEqual(expect.stringMatching(/^Please answer/));

  await week.beatriz.post(`/disputes/${id}/acceptance`);
  await week.world.time.passes('3 weeks');

  expect(await read(id)).toMatchObject({ state: 'accepted', refunded: { amountCents: 12_33, feeCents: 1_24 } });
  expect(await whatMoved()).toEqual({ sent: 26_83, refunded: 12_33 + 1_24 });
}, 120_000);

test('an offer is taken: what was agreed goes back, and what was held beside it is paid', async () => {
  await charged();
  const id = await week.ingrid.disputes(weekId, entryId, { reason: WHY });
  await week.beatriz.offersPart(id, 40, 'That much was spent on finding the papers');
  expect(await week.world.mailTo(week.ingrid.email)).toContainEqual(
    expect.stringContaining('offers to give back $13.57'),
  );

  await week.ingrid.post(`/disputes/${id}/settlement`);
  await week.world.time.passes('3 weeks');

  expect(await read(id)).toMatchObject({ state: 'settled', outcome: 'settled' });
  expect(await whatMoved()).toEqual({ sent: 26_83, refunded: 12_33 + 1_24 });
}, 120_000);

test('withdrawn: everything is paid, and nothing goes back', async () => {
  await charged();
  const id = await week.ingrid.disputes(weekId, entryId, { reason: WHY });
  await week.beatriz.post(`/disputes/${id}/answer`, { text: 'I was at my desk, see the sent mails' });
  await week.ingrid.post(`/disputes/${id}/withdrawal`);
  await week.world.time.passes('3 weeks');

  expect(await whatMoved()).toEqual({ sent: 39_16, refunded: 0 });
}, 120_000);

test('both are warned before silence counts; staff split it, nobody appeals, and only then money moves', async () => {
  await charged();
  const id = await week.ingrid.disputes(weekId, entryId, { reason: WHY });
  await week.world.time.passes('2 days');
  for (const { email } of [week.ingrid, week.beatriz])
    expect(await week.world.mailTo(email)).toContainEqual(expect.stringMatching(/^One day left/));
  await week.world.time.passes('1 day');
  expect(await read(id)).toMatchObject({ state: 'deciding' });

  const dana = await colleague('Dana Reyes');
  const { counts } = await dana.get<{ counts: { waiting: number } }>('/staff/disputes?which=waiting');
  expect(counts.waiting).toBe(1);
  await dana.put(`/staff/disputes/${id}/claim`, {});
  const lines = await say(id, 'split', 40);
  const preview = await dana.post<{ money: object }>(`/staff/disputes/${id}/decision-preview`, { lines });
  const refunded = { amountCents: 12_33, feeCents: 1_24 };
  expect(preview).toMatchObject({ needsSecond: false, money: { refunded, how: 'refund' } });
  await dana.decides(id, lines);
  expect(await read(id)).toMatchObject({ state: 'decided' });
  await week.world.time.passes('6 days');
  expect(await whatMoved()).toEqual({ sent: 0, refunded: 0 });

  await week.world.time.passes('2 weeks');
  expect(await read(id)).toMatchObject({ state: 'final', outcome: 'split', refunded });
  expect(await whatMoved()).toEqual({ sent: 26_83, refunded: 12_33 + 1_24 });
  const figures = await week.ingrid.get<object>('/dispute-statistics');
  expect(figures).toMatchObject({ opened: 1, ended: 1, outcomes: { split: 1 } });
}, 180_000);

test('an offer that nobody answers goes to staff, and two who decide at once leave one decision', async () => {
  await charged();
  const id = await week.ingrid.disputes(weekId, entryId, { reason: WHY });
  await week.beatriz.offersPart(id, 10, 'That much was spent on finding the papers');
  await week.world.time.passes('3 days');
  expect(await read(id)).toMatchObject({ state: 'deciding' });

  const [dana, eli] = [await colleague('Dana Reyes'), await colleague('Eli Novak')];
  const lines = await say(id, 'split', 40);
  const both = await Promise.allSettled([dana.decides(id, lines), eli.decides(id, lines)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await read(id)).decisions).toHaveLength(1);

  await week.world.time.passes('3 weeks');
  expect(await whatMoved()).toEqual({ sent: 26_83, refunded: 12_33 + 1_24 });
}, 180_000);

test('an appeal goes to a colleague, who overturns it: nothing goes back', async () => {
  await charged();
  const id = await week.ingrid.disputes(weekId, entryId, { minutes: 40, reason: WHY });
  await week.beatriz.post(`/disputes/${id}/answer`, { text: 'I was at my desk, see the sent mails' });
  const [dana, eli] = [await colleague('Dana Reyes'), await colleague('Eli Novak')];
  await dana.decides(id, await say(id, 'refund'));
  await week.beatriz.post(`/disputes/${id}/appeal`, { reason: 'Nobody has looked at the sent mails' });

  await expect(dana.decides(id, await say(id, 'pay'))).rejects.toMatchObject({
    problem: { code: 'barred_from_deciding', reason: 'decided_before' },
  });
  await eli.decides(id, await say(id, 'pay'));

  expect(await read(id)).toMatchObject({ state: 'final', outcome: 'paid' });
  await expect(week.ingrid.post(`/disputes/${id}/appeal`, { reason: WHY })).rejects.toMatchObject({ status: 409 });
  await week.world.time.passes('3 weeks');
  expect(await whatMoved()).toEqual({ sent: 39_16, refunded: 0 });
}, 180_000);

test('the whole line, before it is captured: the invoice is void, and nobody is charged', async () => {
  week = await WorkedWeek.begin({ worked: 'tue 9:00-11:07' });
  await week.cardNow('insufficient_funds');
  await week.charged();
  await theWeek();
  const id = await week.ingrid.disputes(weekId, entryId, { reason: WHY });

  await week.beatriz.post(`/disputes/${id}/acceptance`);
  await week.cardNow('succeeds');
  await week.world.time.passes('2 weeks');

  expect(await week.invoice()).toMatchObject({ state: 'void', chargeId: null });
  expect(await whatMoved()).toEqual({ sent: 0, refunded: 0 });
}, 120_000);

test('a question is answered by a correction, and nothing has to be disputed', async () => {
  await charged();
  const asked = await week.ingrid.post<{ id: string }>(`/time-entries/${entryId}/queries`, {
    question: 'Were these two hours for us?',
  });
  await week.beatriz.post(`/entry-queries/${asked.id}/correction`, {
    answer: 'The timer ran over lunch',
    seconds: 40 * MINUTE,
  });
  await week.world.time.quiet();
  expect(await week.world.mailTo(week.ingrid.email)).toContain('Beatriz Almeida has answered your question');

  const agreed = await week.ingrid.post<object>(`/entry-queries/${asked.id}/agreement`);
  expect(agreed).toMatchObject({ state: 'agreed', correction: { amountCents: 12_33, feeCents: 1_24 } });
  await week.world.time.passes('3 weeks');
  expect(await whatMoved()).toEqual({ sent: 26_83, refunded: 12_33 + 1_24 });
}, 120_000);

test('a client who asks for it has the contract paused: the timer stops, and no time is accepted until it goes on', async () => {
  await charged();
  const { world, ingrid, beatriz, contract } = week;
  await beatriz.startsTimer(contract, 'Answers what customers ask');
  await world.time.passes('30 minutes');
  const lines = [{ entryId, seconds: 40 * MINUTE }];
  const said = { weekId, ground: 'duplicate', reason: WHY, lines, pauseContract: true };
  const { id } = await ingrid.post<Dispute>('/disputes', said);
  await world.time.quiet();

  const [timer] = await week.rows<{ minutes: number }>(
    `select extract(epoch from upper(during) - lower(during))::int / 60 as minutes from time_entry where source = 'timer'`,
  );
  expect(timer).toEqual({ minutes: 30 });
  await expect(beatriz.startsTimer(contract, 'Answers what customers ask')).rejects.toMatchObject({
    problem: { code: 'contract_not_active' },
  });

  await ingrid.post(`/contracts/${contract}/resumption`);
  await beatriz.startsTimer(contract, 'Answers what customers ask');
  await beatriz.stopsTimer();
  await ingrid.post(`/disputes/${id}/withdrawal`);
  await world.time.passes('4 weeks');
}, 120_000);
