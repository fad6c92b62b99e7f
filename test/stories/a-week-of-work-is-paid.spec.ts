import { hold } from '@app/database';

import { beginningOf, tellAWeekOfWork, type Told } from '../../apps/kontor/src/demo/a-week-of-work.ts';
import { type World } from '../../apps/kontor/src/world/world.ts';
import { storyWorld } from '../support/story-world.ts';

const MONDAY = '2026-03-02'; // Boston's clocks go forward on its Sunday: that week has 167 hours.

let world: World;
let told: Told;

beforeAll(async () => {
  world = await storyWorld(beginningOf(MONDAY));
  told = await tellAWeekOfWork(world, { monday: MONDAY });
}, 300_000);
afterAll(() => world.end());

interface Invoice {
  totalCents: number;
  state: string;
  lines: { minutes: number; rateCents: number; amountCents: number; feeCents: number }[];
}

async function onlyInvoice(person: { get<T>(path: string): Promise<T> }): Promise<Invoice> {
  const invoices = await person.get<{ id: string }[]>('/invoices');
  expect(invoices).toHaveLength(1);
  return person.get<Invoice>(`/invoices/${invoices[0]!.id}`);
}

test('the best match is explained: her terms add up to her score', () => {
  const [best] = told.matches;
  expect(best?.assistant.name).toBe('Beatriz Almeida');
  expect(best?.terms.reduce((sum, term) => sum + term.points, 0)).toBe(best?.score);
  for (const term of best?.terms ?? []) expect(term.says).not.toBe('');
});

test('an hour logged for Oslo is not logged for Boston too: it is refused with a choice, and trimmed as chosen', () => {
  expect(told.refusal.status).toBe(409);
  expect(told.refusal.problem).toMatchObject({ code: 'time_overlap', choices: expect.arrayContaining(['trim_new']) });
  expect(told.trimmed.entries).toEqual([
    expect.objectContaining({ start: '2026-03-04T09:00:00.000Z', end: '2026-03-04T11:00:00.000Z' }),
  ]);
});

test('each client gets one invoice with one line a contract, to the cent', async () => {
  expect(await onlyInvoice(told.ingrid)).toMatchObject({
    state: 'paid',
    totalCents: 305_25,
    lines: [{ minutes: 900, rateCents: 18_50, amountCents: 277_50, feeCents: 27_75 }],
  });
  expect(await onlyInvoice(told.sam)).toMatchObject({
    state: 'paid',
    totalCents: 121_55,
    lines: [{ minutes: 390, rateCents: 17_00, amountCents: 110_50, feeCents: 11_05 }],
  });
});

test('every earning is paid, with its date and its reason', async () => {
  const earnings =
    await told.beatriz.get<{ amountCents: number; state: string; date: string | null; reason: string }[]>('/earnings');
  expect(earnings.map(({ amountCents, state }) => ({ amountCents, state }))).toEqual(
    expect.arrayContaining([
      { amountCents: 277_50, state: 'sent' },
      { amountCents: 110_50, state: 'sent' },
    ]),
  );
  for (const { reason } of earnings) expect(reason).not.toBe('');
});

test('Stripe pays her out once, readable by client', async () => {
  const payouts =
    await told.beatriz.get<
      { amountCents: number; status: string; byClient: { client: { name: string }; amountCents: number }[] }[]
    >('/payouts');
  expect(payouts).toHaveLength(1);
  expect(payouts[0]).toMatchObject({ amountCents: 388_00, status: 'paid' });
  expect(payouts[0]?.byClient.map(({ client, amountCents }) => [client.name, amountCents]).toSorted()).toEqual([
    ['Fjordlys Interiør', 277_50],
    ['Harbor Books', 110_50],
  ]);
});

test("the platform keeps the fees less Stripe's, and our ledger says what Stripe says", async () => {
  const [books] = await world.database.query<{ ledger: string; fees: string; stripe_fees: string }[]>(`
    select sum(amount_cents) filter (where account = 'stripe_balance') as ledger,
           -sum(amount_cents) filter (where account = 'service_fee') as fees,
           sum(amount_cents) filter (where account = 'stripe_fees') as stripe_fees
      from posting`);
  expect(books).toEqual({ ledger: '2583', fees: '3880', stripe_fees: '1297' }); // 27.75 + 11.05 less 9.15 + 3.82
});

test('a stranger sees none of it', async () => {
  await expect(
    told.sam.get(`/contracts/${(await told.ingrid.get<{ id: string }[]>('/contracts'))[0]!.id}`),
  ).rejects.toMatchObject({
    status: 404,
  });
});

test('every invariant holds', async () => {
  const violations = await world.violations();
  expect(violations).toEqual(Object.fromEntries(Object.keys(violations).map((name) => [name, []])));
  expect(hold(violations)).toBe(true);
});
