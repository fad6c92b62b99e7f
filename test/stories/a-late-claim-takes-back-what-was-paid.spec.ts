import { StaffPerson } from '../../apps/kontor/src/world/staff-person.ts';
import { at } from '../../apps/kontor/src/world/wall-clock.ts';
import { WorkedWeek } from '../support/worked-week.ts';

const WHY = 'The same two hours were billed to another shop';
const MONDAY = '2026-03-16';
/** Silence on Friday 24:00, and five days of hold: the first week is with the assistant, and Friday's payout is to come. */
const RELEASED = at('thu 9:00', MONDAY, 'Europe/Oslo');
const PAID_OUT = at('sat 9:00', MONDAY, 'Europe/Oslo');
const MINUTE = 60;

interface Dispute {
  id: string;
  lines: { id: string }[];
}

let week: WorkedWeek;

afterEach(async () => {
  try {
    expect(await week.violations()).toEqual({});
    expect(await week.balance('stripe_balance')).toBe(await week.world.platformBalance());
    expect(await week.balance('refund_due')).toBe(0);
    expect(await week.balance('earnings_held')).toBe(0);
  } finally {
    await week.world.end();
  }
});

/** 127 minutes at $18.50, $39.16 and a fee of $3.92, were sent; staff contest 40 of them, which she denies. */
async function claimed(until: Date): Promise<string> {
  await week.world.time.passesTo(until);
  expect(await moved()).toEqual({ sent: 39_16, reversed: 0, refunded: 0, owed: 0 });
  const dana = await colleague('Dana Reyes');
  const [entry] = await week.rows<{ weekId: string; entryId: string }>(
    `select contract_week_id as "weekId", id as "entryId" from time_entry order by during limit 1`,
  );
  const lines = [{ entryId: entry?.entryId, seconds: 40 * MINUTE }];
  const claim = { weekId: entry?.weekId, ground: 'fraud', reason: WHY, lines };
  const { id } = await dana.post<Dispute>('/staff/late-claims', claim);
  await week.world.time.quiet();
  await week.beatriz.signsIn();
  await week.beatriz.post(`/disputes/${id}/answer`, { text: 'I was at my desk, see the sent mails' });
  return id;
}

/** Another hour or more of her work, on the Wednesday of that week. */
async function works(stretch: string, monday: string): Promise<void> {
  await week.world.time.passesTo(at('wed 22:00', monday, 'Europe/Lisbon'));
  await week.beatriz.signsIn();
  await week.beatriz.logs(week.contract, stretch, 'Answered customer e-mail', monday);
}

async function colleague(name: string): Promise<StaffPerson> {
  const person = new StaffPerson(week.world, name, 'America/New_York');
  await person.joins();
  return person;
}

/** Somebody else than who opened it decides, nobody appeals, and until that is final no money moves. */
async function decided(id: string, carriedBy: 'assistant' | 'platform' = 'assistant'): Promise<void> {
  const before = await moved();
  const eli = await colleague('Eli Novak');
  const { lines } = await eli.get<Dispute>(`/staff/disputes/${id}`);
  const said = lines.map((line) => ({ lineId: line.id, verdict: 'refund', ruleId: 'deceived', reason: WHY }));
  await eli.post(`/staff/disputes/${id}/decisions`, { lines: said, carriedBy });
  await week.world.time.passes('6 days');
  expect(await moved()).toEqual(before);
  await week.world.time.passes('1 day');
  await week.ingrid.signsIn();
  expect(await week.ingrid.get<Dispute>(`/disputes/${id}`)).toMatchObject({ state: 'final', outcome: 'refunded' });
}

/** Cents that went to the assistant, came back from them, went back to the card, and are owed. */
async function moved(): Promise<object> {
  const [sums] = await week.rows<object>(`
    select (select coalesce(sum(amount_cents), 0)::int from transfer where state = 'sent') as sent,
           (select coalesce(sum(amount_cents), 0)::int from transfer_reversal where state = 'sent') as reversed,
           (select coalesce(sum(amount_cents), 0)::int from refund where state in ('sent', 'arrived')) as refunded,
           (select coalesce(sum(amount_cents - reversed_cents - recovered_cents - written_off_cents), 0)::int from assistant_debt) as owed`);
  return sums ?? {};
}

beforeEach(async () => {
  week = await WorkedWeek.begin({ worked: 'tue 9:00-11:07' });
  await week.world.stripe.control.topUp(100_00); // What the platform carries until it has it back.
});

test('a part, while the assistant has money at Stripe: it is taken back from there, and refunded with its fee', async () => {
  await works('wed 9:00-17:00', '2026-03-09'); // $148.00, with her from the 26th, and at her bank from the 27th on
  const id = await claimed(RELEASED);
  await decided(id);
  expect(await moved()).toEqual({ sent: 39_16 + 148_00, reversed: 12_33, refunded: 12_33 + 1_24, owed: 0 });
}, 240_000);

test('a part, from a balance that was spent: refunded at once, and kept back from what is earned next', async () => {
  await works('wed 9:00-10:00', MONDAY); // $18.50, of which a quarter is kept back
  const id = await claimed(PAID_OUT);
  await decided(id);
  expect(await moved()).toEqual({ sent: 39_16, reversed: 0, refunded: 12_33 + 1_24, owed: 12_33 });

  await week.world.time.passes('1 week');
  expect(await moved()).toEqual({ sent: 39_16 + 18_50 - 4_62, reversed: 0, refunded: 12_33 + 1_24, owed: 7_71 });
  await week.beatriz.signsIn();
  expect(await week.beatriz.get('/debts')).toMatchObject([
    { cause: 'dispute', amountCents: 12_33, recoveredCents: 4_62, leftCents: 7_71 },
  ]);
}, 240_000);

test('a part that Kontor bears: the client is refunded, and the assistant keeps what was paid', async () => {
  const id = await claimed(PAID_OUT);
  await decided(id, 'platform');
  expect(await moved()).toEqual({ sent: 39_16, reversed: 0, refunded: 12_33 + 1_24, owed: 0 });
  expect(await week.balance('platform_losses')).toBe(12_33);
}, 240_000);
