import type { AssistantPerson } from '../../apps/kontor/src/world/assistant-person.ts';
import { assistantsOffer, castOf, shopBrief } from '../../apps/kontor/src/world/cast.ts';
import { ClientPerson } from '../../apps/kontor/src/world/client-person.ts';
import { StaffPerson } from '../../apps/kontor/src/world/staff-person.ts';
import { at } from '../../apps/kontor/src/world/wall-clock.ts';
import type { World } from '../../apps/kontor/src/world/world.ts';

/** When the scene's people meet, and the Mondays of their weeks. */
export const BEGINNING = new Date('2026-02-13T09:00:00Z');
const WEEKS = ['2026-02-16', '2026-02-23', '2026-03-02'];
const THIS_MONDAY = '2026-03-09';

export interface Scene {
  /** Hires for an interior shop in Oslo. */
  readonly ingrid: ClientPerson;
  /** Hires for a bookshop in Boston, and has an offer out. */
  readonly sam: ClientPerson;
  /** Works in Lisbon for both. */
  readonly beatriz: AssistantPerson;
  /** Has an offer from Boston to answer. */
  readonly maja: AssistantPerson;
  /** Signed up to hire, and has done nothing yet. */
  readonly newcomer: ClientPerson;
  /** Hires Tomás for a café, disputes a line of his week, and has had a payment taken back by the bank. */
  readonly nils: ClientPerson;
  /** Works in Lisbon for Nils. */
  readonly tomas: AssistantPerson;
  /** Decides disputes. */
  readonly helga: StaffPerson;
  readonly disputeId: string;
  readonly briefId: string;
  /** Beatriz's contract with the shop in Oslo, and with the bookshop. */
  readonly shop: string;
  readonly books: string;
  /** Wednesday afternoon of the fourth week: a timer runs, one week is paid out, one held, one in review. */
  readonly now: Date;
}

/** Four weeks of two clients and one assistant, as far as Wednesday afternoon of the fourth. */
export async function playScene(world: World): Promise<Scene> {
  const cast = castOf(world);
  const { ingrid, sam, beatriz, maja, tomas } = cast;
  await assistantsOffer(cast);
  const { briefId, shop, books } = await clientsHire(ingrid, sam, beatriz);
  const nils = new ClientPerson(world, 'Nils Holm', { name: 'Holms Kafé', country: 'NO', zone: 'Europe/Oslo' });
  await nils.opensShop();
  await nils.savesCard();
  const cafe = await nils.hires(tomas, { at: '15.00', hours: 10, title: 'Bookings and opening hours' });

  for (const monday of WEEKS) {
    await world.time.passesTo(at('fri 20:00', monday, beatriz.zone));
    await workAWeek(beatriz, { shop, books }, monday);
    await tomas.logs(cafe, 'tue 9:00-12:00', 'Answered bookings, two large parties', monday);
  }
  const lisbon = (text: string) => at(text, THIS_MONDAY, beatriz.zone);
  await world.time.passesTo(lisbon('tue 18:00'));
  await beatriz.logs(shop, 'mon 9:00-12:45', 'Inbox of the week-end and the returns desk', THIS_MONDAY);
  await beatriz.logs(books, 'mon 14:00-16:20', 'Answered orders, moved two events', THIS_MONDAY);
  await beatriz.logs(shop, 'tue 9:10-13:25', 'Planned and drew the Easter posts in Canva', THIS_MONDAY);
  await sam.offers(maja, { at: '19.50', hours: 8, title: 'Reading evenings on social media' });
  const newcomer = new ClientPerson(world, 'Nora Lind', { name: 'Lind & Co', country: 'SE', zone: 'Europe/Stockholm' });
  await newcomer.opensShop();
  const disputeId = await nilsIsNotContent(world, nils);
  const helga = new StaffPerson(world, 'Helga Brandt', 'Europe/Berlin');
  await helga.joins();
  await world.time.passesTo(lisbon('wed 13:00'));
  await beatriz.logs(books, 'wed 9:00-11:30', 'Newsletter and the questions that followed it', THIS_MONDAY);
  await world.time.passesTo(lisbon('wed 14:05'));
  await beatriz.startsTimer(shop, 'Answering customers about the spring sale');
  await world.time.passesTo(lisbon('wed 15:20'));
  const people = { ingrid, sam, beatriz, maja, newcomer, nils, tomas, helga };
  return { ...people, disputeId, briefId, shop, books, now: world.time.now() };
}

/** He disputes a line of the week in review, and his bank takes back what he paid for the first. The dispute's id. */
async function nilsIsNotContent(world: World, nils: ClientPerson): Promise<string> {
  const weeks = await nils.get<{ id: string; start: string }[]>('/weeks?which=past');
  const [newest] = weeks.toSorted((a, b) => b.start.localeCompare(a.start));
  const { entries } = await nils.get<{ entries: { id: string }[] }>(`/weeks/${newest?.id ?? ''}`);
  const reason = 'The second party was never answered.';
  const disputeId = await nils.disputes(newest?.id ?? '', entries[0]?.id ?? '', { minutes: 60, reason });
  const [{ charge } = { charge: '' }] = await world.database.query<{ charge: string }[]>(
    'select charge_id as charge from invoice where client_id = $1 and charge_id is not null order by issued_at limit 1',
    [nils.businessId],
  );
  await world.stripe.control.topUp(100_00); // What a bank takes back is the platform's to carry meanwhile.
  await world.stripe.control.dispute(charge);
  await world.time.quiet();
  return disputeId;
}

async function clientsHire(
  ingrid: ClientPerson,
  sam: ClientPerson,
  beatriz: AssistantPerson,
): Promise<{ briefId: string; shop: string; books: string }> {
  await sam.opensShop();
  await sam.savesCard();
  const books = await sam.hires(beatriz, { at: '17.00', hours: 10, title: 'Customer enquiries' });
  await ingrid.opensShop();
  const briefId = await ingrid.posts(shopBrief);
  await ingrid.savesCard();
  const shop = await ingrid.hires(beatriz, { at: '18.50', hours: 15, brief: briefId });
  return { briefId, shop, books };
}

async function workAWeek(
  beatriz: AssistantPerson,
  { shop, books }: { shop: string; books: string },
  monday: string,
): Promise<void> {
  await beatriz.logs(shop, 'mon 9:00-12:30', 'Inbox of the week-end, 40 mails', monday);
  await beatriz.logs(books, 'mon 13:30-15:00', 'Answered orders and returns', monday);
  await beatriz.logs(shop, 'tue 9:00-12:30', 'Planned posts for the month in Canva', monday);
  await beatriz.logs(books, 'tue 13:00-16:00', 'Event announcements and replies', monday);
  await beatriz.logs(shop, 'wed 11:00-13:00', 'Answered comments, sorted the calendar', monday);
  await beatriz.logs(shop, 'thu 9:00-13:00', 'Customer e-mail and returns', monday);
  await beatriz.logs(books, 'fri 9:00-12:30', 'Newsletter, proofread and sent', monday);
}
