import { WorkedWeek } from '../support/worked-week.ts';

const WHY = 'The calendar shows that the office was closed';
const MINUTE = 60;

interface Told {
  review: string;
  reviewEndsAt: string;
  dispute: { id: string; outcome: string | null } | null;
}

let week: WorkedWeek;

beforeAll(async () => {
  week = await WorkedWeek.begin();
  await week.charged();
}, 120_000);
afterAll(() => week?.world.end());

/** What the week says, and its line of the invoice; and when the invoice's review ends. */
async function told(): Promise<{ week: Told; line: Told; reviewEndsAt: string }> {
  const [past] = await week.ingrid.get<{ id: string }[]>('/weeks?which=past');
  const [invoice] = await week.ingrid.get<{ id: string; reviewEndsAt: string }[]>('/invoices');
  const { lines } = await week.ingrid.get<{ lines: [Told] }>(`/invoices/${invoice?.id}`);
  return {
    week: await week.ingrid.get<Told>(`/weeks/${past?.id}`),
    line: lines[0],
    reviewEndsAt: invoice?.reviewEndsAt ?? '',
  };
}

async function disputed(minutes: number): Promise<string> {
  const [past] = await week.ingrid.get<{ id: string }[]>('/weeks?which=past');
  const { entries } = await week.ingrid.get<{ entries: { id: string }[] }>(`/weeks/${past?.id}`);
  return week.ingrid.disputes(past?.id ?? '', entries[0]?.id ?? '', { minutes, reason: WHY });
}

test('a dispute that is settled within the review is said to be, and the review ends when it would have', async () => {
  const { reviewEndsAt } = await told();
  expect((await told()).line.dispute).toBeNull();

  const id = await disputed(40);
  const open = { review: 'disputed', dispute: { id, outcome: null } };
  expect(await told()).toMatchObject({ line: open, week: { ...open, reviewEndsAt } });

  const { lines } = await week.beatriz.get<{ lines: [{ id: string }] }>(`/disputes/${id}`);
  const offered = [{ lineId: lines[0].id, refundSeconds: 20 * MINUTE }];
  await week.beatriz.post(`/disputes/${id}/offer`, { text: 'Half of it I waited for you', lines: offered });
  await week.ingrid.post(`/disputes/${id}/settlement`);
  const settled = { dispute: { id, outcome: 'settled' } };
  expect(await told()).toMatchObject({ line: settled, week: { ...settled, reviewEndsAt } });

  const second = await disputed(10);
  expect((await told()).line.dispute).toMatchObject({ id: second, outcome: null });
  await week.ingrid.post(`/disputes/${second}/withdrawal`);
  expect((await told()).line.dispute).toMatchObject({ id: second, outcome: 'withdrawn' });

  await week.world.time.passesTo(new Date(reviewEndsAt));
  await week.ingrid.signsIn();
  expect((await told()).week).toMatchObject({ review: 'resolved', reviewEndsAt, dispute: { outcome: 'withdrawn' } });
}, 240_000);
