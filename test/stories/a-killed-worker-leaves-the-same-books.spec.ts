import { beginningOf } from '../../apps/kontor/src/demo/a-week-of-work.ts';
import { type Books, booksOf } from '../../apps/kontor/src/demo/books.ts';
import { AssistantPerson } from '../../apps/kontor/src/world/assistant-person.ts';
import { ClientPerson } from '../../apps/kontor/src/world/client-person.ts';
import { at } from '../../apps/kontor/src/world/wall-clock.ts';
import { type World } from '../../apps/kontor/src/world/world.ts';
import { stepsOf, workerDiesAt } from '../support/killed-worker.ts';
import { storyWorld } from '../support/story-world.ts';

const MONDAY = '2026-03-02';
const FREEZE = at('mon 12:00', '2026-03-09', 'Europe/Oslo');
const RELEASE = at('thu 0:00', '2026-03-16', 'Europe/Oslo'); // silence on Friday 24:00, and five days of hold
const LATER = at('sat 12:00', '2026-03-23', 'Europe/Oslo');

let world: World;

beforeEach(async () => {
  world = await storyWorld(beginningOf(MONDAY));
});
afterEach(() => world.end());

async function aWeekIsWorked(): Promise<void> {
  const beatriz = new AssistantPerson(world, 'Beatriz Almeida', 'Europe/Lisbon');
  await beatriz.offersHelp({
    headline: 'Inboxes empty',
    country: 'PT',
    rate: '18.50',
    hours: 40,
    specialties: [{ code: 'email_calendar', level: 3 }],
    tools: ['gmail'],
  });
  await beatriz.connectsBank();
  const ingrid = new ClientPerson(world, 'Ingrid Solheim', { name: 'Fjordlys', country: 'NO', zone: 'Europe/Oslo' });
  await ingrid.opensShop();
  await ingrid.savesCard();
  const contract = await ingrid.hires(beatriz, { at: '18.50', hours: 15 });
  await world.time.passesTo(at('tue 18:00', MONDAY, 'Europe/Lisbon'));
  await beatriz.logs(contract, 'tue 9:00-12:07', 'Answered customer e-mail', MONDAY); // 187 min: $57.66 and a fee of $5.77
}

function whatMattersIn(books: Books): object {
  return {
    invoices: books.invoices.map(({ state, totalCents, lines }) => ({ state, totalCents, lines })),
    charges: books.charges.map(({ amountCents, stripeFeeCents }) => ({ amountCents, stripeFeeCents })),
    transfers: books.transfers.map(({ amountCents, state }) => ({ amountCents, state })),
    payouts: books.payouts.map(({ amountCents, byClient }) => ({ amountCents, byClient })),
    ledger: books.ledger,
    stripeBalance: books.stripeBalance,
    booksBalance: books.booksBalance,
  };
}

test.each(stepsOf('charge', 'transfer'))(
  'killed at %s',
  async (step) => {
    await aWeekIsWorked();
    const due = step.startsWith('charge.') ? FREEZE : RELEASE;
    await world.time.passesTo(new Date(due.getTime() - 60_000));
    await world.time.jumpsTo(due);

    expect(await workerDiesAt(world, step)).toBe('SIGKILL');
    await world.time.quiet(); // the worker that comes after it
    await world.time.passesTo(LATER);

    const line = { assistant: 'Beatriz Almeida', minutes: 187, rateCents: 18_50, amountCents: 57_66, feeCents: 5_77 };
    expect(whatMattersIn(await booksOf(world))).toEqual({
      invoices: [{ state: 'paid', totalCents: 63_43, lines: [line] }],
      charges: [{ amountCents: 63_43, stripeFeeCents: 2_14 }],
      transfers: [{ amountCents: 57_66, state: 'sent' }],
      payouts: [{ amountCents: 57_66, byClient: [{ client: 'Fjordlys', amountCents: 57_66 }] }],
      ledger: { journals: 6, sum: 0, stripeBalance: 3_63 },
      stripeBalance: 3_63,
      booksBalance: true,
    });
  },
  240_000,
);
