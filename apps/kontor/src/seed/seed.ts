import { AssistantPerson } from '../world/assistant-person.ts';
import { ClientPerson } from '../world/client-person.ts';
import { World } from '../world/world.ts';
import { demoMarket, type Market, notes, openOffer } from './market.ts';
import { eveningOf, Quarrels } from './quarrels.ts';

export interface Seeding {
  /** Migrated and empty. */
  databaseUrl: string;
  /** The local Stripe's state file: what the market paid stays there. */
  stripeFile: string;
  /** Of the Kontor that goes on with it: it has to open what is sealed here. */
  secretsKey: string;
  /** The instant at which the market's history ends. */
  until: Date;
  say: (line: string) => void;
  /** Another than that of the demo, for those who have less time. */
  market?: Market;
}

const DAY_MS = 24 * 3_600_000;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'];

interface Engagement {
  assistant: AssistantPerson;
  contract: string;
  hours: number;
  place: number;
}

/**
 * A market with a few weeks of history, made by its own people going the way people go: every invoice, charge and
 * payout in it is the work of the real use cases.
 */
export async function seedDemoMarket({ until, say, market = demoMarket, ...options }: Seeding): Promise<void> {
  const { assistants, clients, weeks } = market;
  const first = mondayBefore(until, weeks);
  const began = new Date(new Date(`${first}T09:00:00Z`).getTime() - 3 * DAY_MS);
  const world = await World.begin({ ...options, now: began });
  try {
    say(`Making the demo market: ${assistants.length} assistants and ${clients.length} clients sign up`);
    const helpers = await assistantsSignUp(world, market);
    const { engaged, hirers } = await clientsHire(world, helpers, market);
    const quarrels = new Quarrels(world, { hirers, helpers }, until);
    for (let week = 0; week <= weeks; week += 1) {
      say(`Making the demo market: week ${week + 1} of ${weeks + 1} is worked, billed and paid`);
      await workAWeek(world, engaged, mondayBefore(until, weeks - week), until, quarrels);
    }
    if (until > world.time.now()) await world.time.passesTo(until);
    await leaveAnOfferOpen(hirers, helpers);
  } finally {
    await world.end();
  }
}

async function assistantsSignUp(world: World, { assistants }: Market): Promise<Map<string, AssistantPerson>> {
  const helpers = new Map<string, AssistantPerson>();
  for (const { name, zone, offered } of assistants) {
    const person = new AssistantPerson(world, name, zone);
    await person.offersHelp(offered);
    await person.connectsBank();
    helpers.set(name, person);
  }
  return helpers;
}

async function clientsHire(
  world: World,
  helpers: Map<string, AssistantPerson>,
  { clients, engagements }: Market,
): Promise<{ engaged: Engagement[]; hirers: ClientPerson[] }> {
  const engaged: Engagement[] = [];
  const hirers: ClientPerson[] = [];
  for (const { name, business, card, brief } of clients) {
    const client = new ClientPerson(world, name, business);
    hirers.push(client);
    await client.opensShop();
    await client.savesCard(card);
    const briefId = await client.posts(brief);
    for (const [, assistantName, rate, hours] of engagements.filter(([of]) => of === name)) {
      const assistant = helpers.get(assistantName)!;
      const contract = await client.hires(assistant, { at: rate, hours, title: brief.title, brief: briefId });
      engaged.push({ assistant, contract, hours, place: engaged.length });
    }
  }
  return { engaged, hirers };
}

/** Something to answer for whoever signs in first. */
async function leaveAnOfferOpen(hirers: readonly ClientPerson[], helpers: Map<string, AssistantPerson>): Promise<void> {
  const hirer = hirers.find(({ name }) => name === openOffer.from);
  const assistant = helpers.get(openOffer.to);
  if (!hirer || !assistant) throw new Error('the open offer names nobody of the market');
  await hirer.signsIn();
  await hirer.offers(assistant, openOffer.terms);
}

/** Each contract's hours spread over the week, each assistant's clients one after the other through the day. */
async function workAWeek(
  world: World,
  engaged: readonly Engagement[],
  monday: string,
  until: Date,
  quarrels: Quarrels,
): Promise<void> {
  // A session lives for thirty days, and the market's history is longer.
  for (const assistant of new Set(engaged.map((each) => each.assistant))) await assistant.signsIn();
  for (const [index, day] of weekdays.entries()) {
    const evening = eveningOf(new Date(new Date(`${monday}T00:00:00Z`).getTime() + index * DAY_MS));
    if (evening > until) return;
    await world.time.passesTo(evening);
    const starts = new Map<AssistantPerson, number>();
    for (const { assistant, contract, hours, place } of engaged) {
      const from = starts.get(assistant) ?? 9 * 60;
      const minutes = Math.min(Math.trunc((hours * 60) / weekdays.length), 240) - ((index + place) % 3) * 15;
      if (minutes < 15) continue;
      starts.set(assistant, from + minutes + 15);
      await assistant.logs(
        contract,
        `${day} ${clock(from)}-${clock(from + minutes)}`,
        notes[(index + place) % notes.length]!,
        monday,
      );
    }
    await quarrels.on(evening);
  }
}

/** The Monday of the week of `instant`, so many weeks earlier, as a UTC date. */
function mondayBefore(instant: Date, weeks: number): string {
  const day = (instant.getUTCDay() + 6) % 7;
  return new Date(instant.getTime() - (day + 7 * weeks) * DAY_MS).toISOString().slice(0, 10);
}

function clock(minutes: number): string {
  return `${Math.trunc(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
