import type { Mail } from '../../apps/kontor/src/mail/mailbox.ts';
import { Person } from '../../apps/kontor/src/world/person.ts';
import { StaffPerson } from '../../apps/kontor/src/world/staff-person.ts';
import { at } from '../../apps/kontor/src/world/wall-clock.ts';
import { WorkedWeek } from '../support/worked-week.ts';

const WHY = 'Kalenderen viser at kontoret var stengt';
/** Of the contract, in its client's words. */
const TITLE = 'Customer e-mail and social media';
const RELEASED = at('thu 9:00', '2026-03-16', 'Europe/Oslo'); // silence on Friday 24:00, and five days of hold
const ENGLISH = /\b(the|you|your|we|it|is|are|has|was|this|from|with|and|of|by|until|please)\b/i;

interface Lines {
  lines: { id: string }[];
}

let week: WorkedWeek;
let otto: Person;
/** How many mails the others had before they said what they read. */
let before: { readonly ingrid: number; readonly beatriz: number };

/** Ingrid reads bokmål and Beatriz Swedish; Otto, who owns the shop with Ingrid, has never said what he reads. */
async function begin(terms: Parameters<typeof WorkedWeek.begin>[0] = { worked: 'tue 9:00-11:07' }): Promise<void> {
  week = await WorkedWeek.begin(terms);
  const { world, ingrid, beatriz } = week;
  otto = new Person(world, 'Otto Lund', 'America/New_York');
  await otto.signsUp();
  const invited = { email: otto.email, role: 'owner' };
  await ingrid.post(`/businesses/${ingrid.businessId}/invitations`, invited);
  await world.time.quiet();
  await otto.post('/invitations/acceptance', { token: await world.verificationToken(otto.email) });

  before = { ingrid: (await lettersTo(ingrid)).length, beatriz: (await lettersTo(beatriz)).length };
  await ingrid.put('/me/language', { language: 'nb' });
  await beatriz.put('/me/language', { language: 'sv' });
}

afterEach(async () => {
  try {
    for (const [person, language, had] of [
      [week.ingrid, 'nb', before.ingrid],
      [week.beatriz, 'sv', before.beatriz],
    ] as const) {
      const letters = await lettersTo(person);
      for (const { text, html, subject } of letters.slice(0, letters.length - had)) {
        expect(html).toContain(`<html lang="${language}">`);
        const said = `${subject}\n${text}`.replaceAll(/https?:\S+/g, '').replaceAll(TITLE, '');
        expect(said).not.toMatch(ENGLISH);
      }
    }
  } finally {
    await week.world.end();
  }
});

const lettersTo = ({ email }: Person) => week.world.lettersTo(email);

/** The newest mail to them with such a subject: all that it says, and the page that it leads to. */
async function read(person: Person, subject: RegExp): Promise<{ says: string; leadsTo: string | undefined }> {
  const letters = await lettersTo(person);
  const letter = letters.find((each) => subject.test(plain(each.subject)));
  if (!letter) throw new Error(`No ${String(subject)} among: ${letters.map((each) => each.subject).join('; ')}`);
  expect(textOf(letter)).toBe(plain(letter.text).replaceAll(/\s+/g, ' ').trim());
  const link = letter.links[0];
  const { pathname, search } = link === undefined ? { pathname: undefined, search: '' } : new URL(link);
  return { says: plain(letter.text), leadsTo: pathname && pathname + search.replace(/token=.+/, 'token=...') };
}

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

/** What the HTML says, which is what the text says. */
function textOf({ html = '' }: Mail): string {
  return plain(html)
    .replace(/<title>.*<\/title>/, '')
    .replaceAll(/<a href="([^"]*)">([^<]*)<\/a>/g, '$2: $1')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

async function colleague(name: string): Promise<StaffPerson> {
  const person = new StaffPerson(week.world, name, 'Europe/Stockholm');
  await person.joins();
  return person;
}

test('a dispute: opened, warned of, offered, declined, decided, appealed and ended', async () => {
  await begin();
  await week.charged();
  const { world, ingrid, beatriz } = week;
  const [past] = await ingrid.get<{ id: string }[]>('/weeks?which=past');
  const { entries } = await ingrid.get<{ entries: { id: string }[] }>(`/weeks/${past?.id}`);
  expect((await read(ingrid, /^Faktura K-\d+: 43,08 \$$/)).says).toContain('Det lagrede kortet ditt trekkes nå.');

  const id = await ingrid.disputes(past?.id ?? '', entries[0]?.id ?? '', { reason: WHY });
  const asked = await read(beatriz, /^Vänligen svara: Fjordlys bestrider en del av din tid \(D-\d+\)$/);
  expect(asked.says).toContain('Fjordlys bestrider 43,08 $ av ditt arbete');
  expect(asked.says).toContain('Grunden: tiden är skriven, men ingen arbetade under den.');
  expect(asked.says).toMatch(/till torsdag 12 mars 2026 kl\. 11:\d\d \(Europe\/Lisbon\)/);
  expect(asked.leadsTo).toBe(`/assist/disputes/${id}`);
  const opened = await read(ingrid, /^Tvist D-\d+ er åpnet$/);
  expect(opened.says).toMatch(
    /Beatriz Almeida har til torsdag 12\. mars 2026 kl\. 12:\d\d \(Europe\/Oslo\) på å svare/,
  );
  expect(opened.leadsTo).toBe(`/hire/disputes/${id}`);
  expect((await read(otto, /^Dispute D-\d+ is open$/)).says).toContain('$43.08 is held');

  await world.time.passes('2 days');
  expect((await read(beatriz, /^En dag kvar i tvist/)).says).toContain(
    'Utan svar från Beatriz Almeida avgör vår personal.',
  );
  expect((await read(ingrid, /^Én dag igjen i tvist/)).says).toContain('Det gjelder 43,08 $');

  await beatriz.offersPart(id, 40, 'Så lång tid gick åt till att hitta papperen');
  const offer = await read(ingrid, /^Beatriz Almeida tilbyr å gi tilbake 13,57 \$ \(D-\d+\)$/);
  expect(offer.says).toMatch(/Ta imot eller avslå innen \S+ 1\d\. mars 2026/);
  await ingrid.post(`/disputes/${id}/offer/declination`);
  await world.time.quiet();
  expect((await read(beatriz, /^Vår personal avgör tvist/)).says).toContain('erbjöd en del, som avböjdes');
  expect((await read(ingrid, /^Våre ansatte avgjør tvist/)).says).toContain('tilbød en del, som ble avslått');

  const [dana, eli] = [await colleague('Dana Reyes'), await colleague('Eli Novak')];
  const [line] = (await ingrid.get<Lines>(`/disputes/${id}`)).lines;
  const verdict = { lineId: line?.id ?? '', reason: WHY };
  await dana.decides(id, [{ ...verdict, verdict: 'split', refundSeconds: 2_400, ruleId: 'partly_shown' }]);
  await world.time.quiet();
  const decided = await read(ingrid, /^Tvist D-\d+ er avgjort$/);
  expect(decided.says).toContain('Av 43,08 $ går 13,57 $ tilbake til Fjordlys.');
  expect(decided.says).toMatch(/Hver av dere kan anke én gang, innen \S+ \d+\. mars 2026 kl\. /);

  await beatriz.post(`/disputes/${id}/appeal`, { reason: 'Ingen har tittat på de skickade mejlen' });
  await world.time.quiet();
  expect((await read(ingrid, /^Avgjørelsen i tvist D-\d+ er anket$/)).says).toContain('43,08 $');
  expect((await read(beatriz, /^Beslutet i tvist D-\d+ är överklagat$/)).says).toContain('det är slutligt');
  await eli.decides(id, [{ ...verdict, verdict: 'pay', ruleId: 'work_shown' }]);
  await world.time.quiet();
  expect((await read(beatriz, /^Tvist D-\d+ är avslutad$/)).says).toContain(
    'Ingenting går tillbaka: Beatriz Almeida får betalt för allt.',
  );
  expect((await read(otto, /^Dispute D-\d+ has ended$/)).says).toContain('Nothing goes back');
}, 240_000);

test('a charge fails twice, work is suspended, and another card pays', async () => {
  await begin({});
  const { world, ingrid, beatriz } = week;
  await week.cardNow('insufficient_funds');
  await week.charged();
  const failed = await read(ingrid, /^Kortet ditt ble avvist: faktura K-\d+$/);
  expect(failed.says).toContain('Vi kunne ikke trekke 63,43 $ for Fjordlys');
  expect(failed.says).toContain('Vi prøver igjen tirsdag 10. mars 2026 kl. 12:00 (Europe/Oslo).');
  expect(failed.leadsTo).toBe('/hire/cards');
  const atRisk = await read(beatriz, /^En betalning från Fjordlys misslyckades$/);
  expect(atRisk.says).toContain('57,66 $ som du har tjänat där väntar');
  expect(atRisk.says).toContain('Nästa försök är tisdag 10 mars 2026 kl. 11:00 (Europe/Lisbon).');
  expect((await read(otto, /^Your card was declined/)).says).toContain('10 March 2026 at 07:00 (America/New_York)');

  await world.time.passes('1 day');
  expect((await read(ingrid, /^Arbeidet for Fjordlys er stoppet$/)).says).toContain('En faktura kunne ikke trekkes.');
  expect((await read(beatriz, /^Sluta arbeta för Fjordlys/)).says).toContain('Fjordlys har inte betalat.');

  await ingrid.savesCard('5555555555554444');
  expect((await read(beatriz, /^Fjordlys har betalat$/)).says).toContain('57,66 $');
  expect((await read(beatriz, /^Arbetet för Fjordlys fortsätter$/)).leadsTo).toBe('/assist');
  expect((await read(ingrid, /^Arbeidet for Fjordlys fortsetter$/)).leadsTo).toBe('/hire');
}, 240_000);

test('pay that was sent is given back: the refund, the debt, and the payout before', async () => {
  await begin({});
  const { world, ingrid, beatriz } = week;
  await world.time.passesTo(RELEASED);
  await ingrid.signsIn();
  await beatriz.signsIn();
  const [invoice] = await ingrid.get<{ id: string }[]>('/invoices');
  const [line] = (await ingrid.get<Lines>(`/invoices/${invoice?.id}`)).lines;
  await beatriz.stepsUp();
  await beatriz.post(`/invoice-lines/${line?.id}/refunds`, { quantity: 2_400 });
  await world.time.quiet();

  const refund = await read(ingrid, /^En tilbakebetaling på 13,57 \$ for faktura K-\d+$/);
  expect(refund.says).toContain('Beatriz Almeida gir det tilbake av egen vilje.');
  expect(refund.leadsTo).toBe(`/hire/invoices/${invoice?.id}`);
  expect((await read(ingrid, /^13,57 \$ av faktura K-\d+ er hos banken din$/)).leadsTo).toBe(refund.leadsTo);
  const less = await read(beatriz, /^12,33 \$ går tillbaka till Fjordlys$/);
  expect(less.says).toContain('Du gav tillbaka det av egen vilja.');
  expect(less.says).toContain('högst en fjärdedel av varje senare överföring');
  const taken = await read(beatriz, /^12,33 \$ har tagits för det som gick tillbaka till Fjordlys$/);
  expect(taken.says).toContain('från ditt saldo hos Stripe');
  expect(taken.says).toContain('Inget är kvar att ta.');

  await world.time.passes('5 days');
  expect((await read(beatriz, /^45,33 \$ har betalats till din bank$/)).leadsTo).toBe('/assist/payouts');
}, 240_000);

test('a bank takes a payment back, staff say who carries it, and it is lost', async () => {
  await begin({});
  const { world, ingrid, beatriz } = week;
  await world.stripe.control.topUp(200_00);
  await week.charged();
  await world.time.passes('1 day');
  const greta = await colleague('Greta Lind');
  await greta.put('/me/language', { language: 'sv' });
  const { id } = await world.stripe.control.dispute((await week.invoice()).chargeId ?? '');
  await world.time.quiet();

  expect((await read(ingrid, /^Banken din har tatt tilbake faktura K-\d+$/)).says).toContain('63,43 $');
  expect((await read(ingrid, /^Arbeidet for Fjordlys er stoppet$/)).says).toContain('si det til banken din');
  expect((await read(beatriz, /^En betalning från Fjordlys är ifrågasatt$/)).says).toContain('Det gäller 57,66 $');
  const wanted = await read(greta, /^Återkrav på 63,43 \$: Fjordlys, faktura K-\d+$/);
  expect(wanted.says).toMatch(/Bevis tas emot till \S+ \d+ mars 2026 kl\. \S+ \(Europe\/Stockholm\)/);
  expect(wanted.leadsTo).toMatch(/^\/staff\/chargebacks\/[-\da-f]{36}$/);

  await greta.stepsUp();
  const because = 'Kalendern visar att kontoret var stängt';
  await greta.put(`${wanted.leadsTo}/carrier`, { carriedBy: 'assistant', reason: because });
  await world.time.quiet();
  expect((await read(beatriz, /^Vem som står för den ifrågasatta betalningen från Fjordlys$/)).says).toContain(because);

  await world.stripe.control.loseDispute(id);
  await world.time.quiet();
  expect((await read(ingrid, /^Banken din har avgjort om faktura/)).says).toContain('Banken beholder 63,43 $ for deg.');
  expect((await read(beatriz, /^Den ifrågasatta betalningen från Fjordlys är avgjord$/)).says).toContain(because);
  expect((await read(greta, /^Återkrav förlorat: Fjordlys/)).says).toContain('63,43 $ är förlorat.');
}, 240_000);

test('somebody is suspended, and no longer', async () => {
  await begin({});
  const { world, beatriz } = week;
  const sam = await colleague('Sam Reyes');
  await sam.stepsUp();
  await sam.post(`/staff/people/${beatriz.id}/suspensions`, {
    scopes: ['assisting', 'payouts'],
    reasonCode: 'identity_in_doubt',
    explanation: 'Vi måste titta på dina handlingar en gång till.',
    until: '2026-03-12T11:00:00.000Z',
  });
  await world.time.quiet();
  const placed = await read(beatriz, /^Avstängt: arbete som assistent och utbetalningar$/);
  expect(placed.says).toContain('Vi måste titta på dina handlingar en gång till.');
  expect(placed.says).toContain('Det upphör av sig självt torsdag 12 mars 2026 kl. 11:00 (Europe/Lisbon).');
  expect(placed.leadsTo).toBe('/appeal?token=...');

  await world.time.passesTo(new Date('2026-03-12T11:10:00Z'));
  expect((await read(beatriz, /^Inte längre avstängt: arbete som assistent och utbetalningar$/)).leadsTo).toBe('/');
}, 240_000);
