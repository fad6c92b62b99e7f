import { WorkedWeek } from '../support/worked-week.ts';

const WHY = 'The calendar shows that the office was closed';
const MINUTE = 60;

interface Worth {
  amountCents: number;
  feeCents: number;
}

let week: WorkedWeek;
let weekId: string;
let entryId: string;

beforeAll(async () => {
  week = await WorkedWeek.begin();
  await week.charged();
  const [past] = await week.ingrid.get<{ id: string }[]>('/weeks?which=past');
  weekId = past?.id ?? '';
  const { entries } = await week.ingrid.get<{ entries: { id: string }[] }>(`/weeks/${weekId}`);
  entryId = entries[0]?.id ?? '';
}, 120_000);
afterAll(() => week?.world.end());

function preview(minutes: number): Promise<{ disputed: Worth; rest: Worth }> {
  const lines = [{ entryId, seconds: minutes * MINUTE }];
  return week.ingrid.post(`/weeks/${weekId}/dispute-preview`, { lines });
}

/** What is with the assistant still, and held by nobody. */
async function freeCents(): Promise<number> {
  const [{ cents } = { cents: -1 }] = await week.rows<{ cents: number }>(
    `select coalesce(sum(amount_cents), 0)::int as cents from earning where state = 'held' and live_holds = 0`,
  );
  return cents;
}

test('however a line was split before, what is shown first is what is held, offered and taken off', async () => {
  for (const minutes of [17, 11, 7]) {
    const shown = await preview(minutes);
    const before = await freeCents();
    const id = await week.ingrid.disputes(weekId, entryId, { minutes, reason: WHY });
    const dispute = await week.ingrid.get<{ disputed: Worth; lines: [{ id: string }] }>(`/disputes/${id}`);
    expect(dispute.disputed).toEqual(shown.disputed);
    expect(await freeCents()).toBe(shown.rest.amountCents);
    expect(before).toBe(shown.disputed.amountCents + shown.rest.amountCents);

    const lines = [{ lineId: dispute.lines[0].id, refundSeconds: 5 * MINUTE }];
    const offered = await week.beatriz.post<Worth>(`/disputes/${id}/offer-preview`, { lines });
    const { offer } = await week.beatriz.post<{ offer: Worth }>(`/disputes/${id}/offer`, { text: WHY, lines });
    expect(offer).toMatchObject(offered);
    const { refunded } = await week.ingrid.post<{ refunded: Worth }>(`/disputes/${id}/settlement`);
    expect(refunded).toEqual(offered);
  }
  const query = await week.ingrid.post<{ id: string }>(`/time-entries/${entryId}/queries`, { question: `${WHY}?` });
  const seconds = 13 * MINUTE;
  const taken = await week.beatriz.post<Worth>(`/entry-queries/${query.id}/correction-preview`, { seconds });
  const answered = { answer: 'I forgot to stop it', seconds };
  const { correction } = await week.beatriz.post<{ correction: Worth }>(
    `/entry-queries/${query.id}/correction`,
    answered,
  );
  expect(correction).toMatchObject(taken);
}, 240_000);

test('a preview refuses what the dispute would, and disputes nothing', async () => {
  await expect(preview(400)).rejects.toMatchObject({ problem: { code: 'nothing_left_to_dispute' } });
  const before = await freeCents();
  await preview(10);
  expect(await freeCents()).toBe(before);
}, 60_000);
