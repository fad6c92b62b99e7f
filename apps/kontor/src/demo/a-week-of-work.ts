import type { AssistantPerson, LoggedTime } from '../world/assistant-person.ts';
import { assistantsOffer, castOf, shopBrief } from '../world/cast.ts';
import type { ClientPerson, Match } from '../world/client-person.ts';
import { Refused } from '../world/person.ts';
import { at } from '../world/wall-clock.ts';
import type { World } from '../world/world.ts';
import { exportOf } from './toggl-export.ts';

const DAY_MS = 24 * 3_600_000;

export interface Telling {
  /** The Monday of the week that is worked, `2026-03-02`. */
  monday: string;
  /** A real export file: rows of this week, imported by a third person so that they cannot meet Beatriz's hours. */
  file?: { name: string; csv: string; zone: string };
  chapter?: (title: string) => void;
  say?: (line: string) => void;
}

export interface Told {
  ingrid: ClientPerson;
  sam: ClientPerson;
  beatriz: AssistantPerson;
  matches: Match[];
  /** How the hour that was logged already was refused. */
  refusal: Refused;
  trimmed: LoggedTime;
}

/** When the story begins: the Friday before its week, so that everybody is hired by Monday. */
export function beginningOf(monday: string): Date {
  return new Date(new Date(`${monday}T09:00:00Z`).getTime() - 3 * DAY_MS);
}

/**
 * One week of work is hired, logged, billed and paid: a shop in Oslo and a bookshop in Boston, and the assistant in
 * Lisbon who works for both. Story spec and `npm run demo` listen to the same telling.
 */
export async function tellAWeekOfWork(
  world: World,
  { monday, file, chapter = () => {}, say = () => {} }: Telling,
): Promise<Told> {
  const cast = castOf(world);
  const { beatriz, sam, ingrid, tomas, maja } = cast;
  const lisbon = (text: string) => at(text, monday, beatriz.zone);

  chapter('Hired');
  await assistantsOffer(cast);
  await maja.connectsBank();
  say('Beatriz in Lisbon, Tomás and Maja offer their help; Beatriz and Tomás connect their banks through Stripe.');
  await sam.opensShop();
  await sam.savesCard();
  const books = await sam.hires(beatriz, { at: '17.00', hours: 10, title: 'Customer enquiries' });
  say('Sam of Harbor Books, Boston, saves a card and hires Beatriz at $17.00/h, at most 10 h a week.');
  await ingrid.opensShop();
  const brief = await ingrid.posts(shopBrief);
  const matches = await ingrid.matches(brief);
  say('Ingrid of Fjordlys Interiør, Oslo, posts a brief: 15 h a week, $12 to $20. Kontor ranks:');
  for (const { assistant, score, terms } of matches) {
    const best = terms.toSorted((a, b) => b.points - a.points).slice(0, 3);
    say(`  ${assistant.name}: ${score} points. ${best.map((term) => term.says).join(' ')}`);
  }
  await ingrid.savesCard();
  const shop = await ingrid.hires(beatriz, { at: '18.50', hours: 15, brief });
  say('She saves a card and offers Beatriz a contract at $18.50/h, at most 15 h a week. Beatriz accepts.');
  const exported = file && (await ingrid.hires(tomas, { at: '15.00', hours: 40, title: 'As in the export' }));

  chapter('Logged');
  await world.time.passesTo(lisbon('mon 9:00'));
  await beatriz.startsTimer(shop, 'Inbox of the week-end, 40 mails');
  await world.time.passesTo(lisbon('mon 11:00'));
  await beatriz.switchesTimer(books, 'Answered orders and returns');
  await world.time.passesTo(lisbon('mon 12:30'));
  await beatriz.stopsTimer();
  say('Monday: the timer runs two hours for Oslo, is switched at 11:00, and runs an hour and a half for Boston.');
  await world.time.passesTo(lisbon('tue 17:00'));
  await beatriz.logs(shop, 'tue 9:00-12:30', 'Planned posts for March in Canva', monday);
  await beatriz.logs(books, 'tue 13:00-16:00', 'Event announcements and replies', monday);
  say('Tuesday, by hand: 3.5 h for Oslo, 3 h for Boston.');
  await world.time.passesTo(lisbon('wed 17:00'));
  await beatriz.logs(shop, 'wed 11:00-13:00', 'Answered comments, sorted the calendar', monday);
  const refusal = await refused(() => beatriz.logs(books, 'wed 9:00-12:00', 'Newsletter and order questions', monday));
  say(`Wednesday 11:00 to 12:00 is Oslo's already, so Boston is not billed for it: ${refusal.problem.detail ?? ''}`);
  const trimmed = await beatriz.logs(books, 'wed 9:00-12:00', 'Newsletter and order questions', monday, 'trim_new');
  say('  Beatriz chooses to trim the new entry: 9:00 to 11:00 for Boston.');
  await world.time.passesTo(lisbon('fri 18:00'));
  const imported = await beatriz.imports(
    shop,
    'toggl.csv',
    exportOf(monday, [
      { day: 'thu', from: '09:00', to: '13:00', description: 'Customer e-mail and returns' },
      { day: 'fri', from: '09:00', to: '12:30', description: 'Instagram stories and replies' },
    ]),
  );
  say(
    `Friday: Thursday and Friday come from a Toggl export, ${imported.rows} rows, ${imported.seconds / 3600} h for Oslo.`,
  );
  if (file && exported) {
    await world.time.passesTo(at('sun 23:00', monday, file.zone));
    const { rows, seconds } = await tomas.imports(exported, file.name, file.csv);
    say(`Sunday: Tomás imports ${file.name} for Oslo at $15.00/h, ${rows} rows, ${hours(seconds)}.`);
  }

  chapter('Billed');
  await world.time.passesTo(at('mon 12:00', nextMonday(monday), ingrid.zone));
  say('Monday 12:00 in Oslo: the week freezes, Ingrid gets one invoice, her card is charged.');
  await world.time.passesTo(at('mon 12:00', nextMonday(monday), sam.zone));
  say('Monday 12:00 in Boston: the same for Sam.');

  chapter('Reviewed and paid');
  await world.time.passesTo(at('fri 11:00', nextMonday(monday), ingrid.zone));
  for (const { id } of await ingrid.get<{ id: string }[]>('/weeks?which=past')) await ingrid.approves(id);
  say('Ingrid approves on Friday. Sam says nothing, which accepts at Friday 24:00.');
  await world.time.passesTo(at('tue 12:00', nextMonday(nextMonday(nextMonday(monday))), beatriz.zone));
  say('Five days of hold for new clients later the earnings were transferred, and on Friday Stripe paid Beatriz out.');
  return { ingrid, sam, beatriz, matches, refusal, trimmed };
}

export function nextMonday(monday: string): string {
  return new Date(new Date(`${monday}T00:00:00Z`).getTime() + 7 * DAY_MS).toISOString().slice(0, 10);
}

/** `7:15:40 h`. */
function hours(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.trunc(seconds / 3600)}:${two(Math.trunc(seconds / 60) % 60)}:${two(seconds % 60)} h`;
}

async function refused(attempt: () => Promise<unknown>): Promise<Refused> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
  throw new Error('an hour was billed twice');
}
