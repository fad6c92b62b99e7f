import type { Offered } from '../world/assistant-person.ts';
import type { WantedHelp } from '../world/client-person.ts';

export interface SeededAssistant {
  name: string;
  zone: string;
  offered: Offered;
}

export interface SeededClient {
  name: string;
  business: { name: string; country: string; zone: string };
  card: string;
  brief: WantedHelp;
}

/** The people whom `npm start` names as sign-ins: they come first, and most happens to them. */
export const stars = { client: 'Ingrid Solheim', assistant: 'Beatriz Almeida' };

const VISA = '4242424242424242';

const clients: readonly SeededClient[] = [
  {
    name: stars.client,
    business: { name: 'Fjordlys Interiør', country: 'NO', zone: 'Europe/Oslo' },
    card: VISA,
    brief: wanted(
      'Customer e-mail and social media',
      ['email_calendar', 'social_media'],
      15,
      ['12.00', '20.00'],
      ['gmail', 'instagram', 'canva'],
    ),
  },
  {
    name: 'Sam Whitaker',
    business: { name: 'Harbor Books', country: 'US', zone: 'America/New_York' },
    card: VISA,
    brief: wanted('Answer our customers', ['customer_enquiries'], 10, ['14.00', '20.00'], ['zendesk']),
  },
  {
    name: 'Amélie Fournier',
    business: { name: 'Atelier Fournier', country: 'FR', zone: 'Europe/Paris' },
    card: VISA,
    brief: wanted(
      'Shop and product texts',
      ['website_administration', 'documents'],
      12,
      ['13.00', '22.00'],
      ['shopify', 'google_docs'],
    ),
  },
  {
    name: 'Rhys Morgan',
    business: { name: 'Morgan Plumbing', country: 'GB', zone: 'Europe/London' },
    card: VISA,
    brief: wanted('Invoices, receipts and calls', ['bookkeeping'], 8, ['15.00', '25.00'], ['xero']),
  },
  {
    name: 'Katarina Novak',
    business: { name: 'Alpen Yoga', country: 'AT', zone: 'Europe/Vienna' },
    card: VISA,
    brief: wanted(
      'Course calendar and newsletter',
      ['email_calendar', 'social_media'],
      6,
      ['10.00', '18.00'],
      ['google_calendar', 'canva'],
    ),
  },
  {
    name: 'Marcus Reed',
    business: { name: 'Reed & Daughters Dental', country: 'US', zone: 'America/Chicago' },
    card: VISA,
    brief: wanted(
      'Appointments and reminders',
      ['email_calendar', 'customer_enquiries'],
      20,
      ['12.00', '19.00'],
      ['outlook', 'calendly'],
    ),
  },
  {
    name: 'Sofia Lindqvist',
    business: { name: 'Norrsken Foto', country: 'SE', zone: 'Europe/Stockholm' },
    card: VISA,
    brief: wanted('Keep the catalogue in order', ['data_entry'], 10, ['10.00', '16.00'], ['airtable', 'google_sheets']),
  },
  {
    name: 'Hannah Cole',
    business: { name: 'Cole Landscape Studio', country: 'CA', zone: 'America/Vancouver' },
    card: VISA,
    brief: wanted(
      'Research for proposals',
      ['sales_research', 'documents'],
      8,
      ['14.00', '24.00'],
      ['hubspot', 'word'],
    ),
  },
];

function wanted(
  title: string,
  specialties: string[],
  weeklyHours: number,
  rate: [string, string],
  tools: string[],
): WantedHelp {
  return { title, specialties, weeklyHours, rate, tools };
}

const places = [
  {
    country: 'PT',
    zone: 'Europe/Lisbon',
    names: ['Beatriz Almeida', 'Tomás Ferreira', 'Inês Carvalho', 'Rui Teixeira'],
    languages: ['en', 'pt'],
  },
  {
    country: 'PL',
    zone: 'Europe/Warsaw',
    names: ['Maja Kowalska', 'Jakub Zielinski', 'Zofia Lewandowska', 'Piotr Mazur'],
    languages: ['en', 'pl'],
  },
  {
    country: 'RO',
    zone: 'Europe/Bucharest',
    names: ['Ioana Popescu', 'Andrei Stan', 'Elena Dumitru', 'Mihai Radu'],
    languages: ['en', 'ro'],
  },
  {
    country: 'ES',
    zone: 'Europe/Madrid',
    names: ['Lucía Herrera', 'Javier Molina', 'Carmen Ortega', 'Pablo Navarro'],
    languages: ['en', 'es'],
  },
  {
    country: 'GR',
    zone: 'Europe/Athens',
    names: ['Eleni Papadaki', 'Nikos Georgiou', 'Sofia Makri', 'Dimitris Vlahos'],
    languages: ['en', 'el'],
  },
  {
    country: 'IE',
    zone: 'Europe/Dublin',
    names: ['Aoife Brennan', 'Conor Walsh', 'Niamh Kelly', 'Sean Doyle'],
    languages: ['en'],
  },
  {
    country: 'US',
    zone: 'America/New_York',
    names: ['Tanya Brooks', 'Derek Hale', 'Monica Reyes', 'Kevin Ash'],
    languages: ['en', 'es'],
  },
  {
    country: 'CA',
    zone: 'America/Toronto',
    names: ['Claire Gagnon', 'Liam Fraser', 'Priya Nair', 'Owen Clarke'],
    languages: ['en', 'fr'],
  },
  {
    country: 'HR',
    zone: 'Europe/Zagreb',
    names: ['Ana Horvat', 'Luka Babic', 'Iva Maric', 'Marko Juric'],
    languages: ['en', 'hr'],
  },
  {
    country: 'NO',
    zone: 'Europe/Oslo',
    names: ['Silje Dahl', 'Henrik Moen', 'Kari Nygård', 'Jonas Lie'],
    languages: ['en', 'no'],
  },
] as const;

const callings = [
  {
    headline: 'Inboxes empty, feeds full',
    specialties: ['email_calendar', 'social_media', 'customer_enquiries'],
    tools: ['gmail', 'google_calendar', 'instagram', 'canva', 'zendesk'],
  },
  {
    headline: 'Calm with customers',
    specialties: ['customer_enquiries', 'email_calendar'],
    tools: ['zendesk', 'intercom', 'outlook', 'calendly'],
  },
  {
    headline: 'Books that close on the fifth',
    specialties: ['bookkeeping', 'data_entry'],
    tools: ['xero', 'quickbooks', 'excel'],
  },
  {
    headline: 'Your shop, kept in order',
    specialties: ['website_administration', 'documents'],
    tools: ['shopify', 'wordpress', 'google_docs'],
  },
  {
    headline: 'Rows and columns without a slip',
    specialties: ['data_entry', 'documents'],
    tools: ['airtable', 'google_sheets', 'word'],
  },
  {
    headline: 'Finds who you should be talking to',
    specialties: ['sales_research', 'documents'],
    tools: ['hubspot', 'linkedin', 'word'],
  },
  {
    headline: 'Travels planned, forms filled',
    specialties: ['travel_meetings', 'permits_forms', 'email_calendar'],
    tools: ['booking', 'docusign', 'gmail', 'google_calendar'],
  },
] as const;

/** Forty of them, the same ones every time. */
const assistants: readonly SeededAssistant[] = places.flatMap((place, row) =>
  place.names.map((name, column) => {
    const place40 = row * 4 + column;
    const calling = callings[place40 % callings.length]!;
    return {
      name,
      zone: place.zone,
      offered: {
        headline: calling.headline,
        country: place.country,
        rate: `${12 + ((place40 * 5) % 12)}.${place40 % 2 === 0 ? '50' : '00'}`,
        hours: 20 + ((place40 * 7) % 25),
        specialties: calling.specialties.map((code, index) => ({ code, level: Math.max(1, 3 - index - (column % 2)) })),
        tools: [...calling.tools],
        languages: [...place.languages],
        from: 8 + (column % 3),
        to: 16 + (column % 3),
      },
    };
  }),
);

type Engaged = readonly [client: string, assistant: string, rate: string, weeklyHours: number];

/** Who works for whom from the first week. */
const engagements: readonly Engaged[] = [
  [stars.client, 'Beatriz Almeida', '18.50', 15],
  ['Sam Whitaker', 'Beatriz Almeida', '17.00', 10],
  ['Amélie Fournier', 'Rui Teixeira', '16.50', 12],
  ['Rhys Morgan', 'Inês Carvalho', '19.00', 8],
  ['Katarina Novak', 'Silje Dahl', '14.50', 6],
  ['Marcus Reed', 'Tomás Ferreira', '15.00', 20],
  ['Marcus Reed', 'Beatriz Almeida', '16.00', 6],
  ['Sofia Lindqvist', 'Maja Kowalska', '13.50', 10],
  ['Hannah Cole', 'Jakub Zielinski', '18.00', 8],
  [stars.client, 'Lucía Herrera', '15.50', 6],
];

export interface Market {
  readonly assistants: readonly SeededAssistant[];
  readonly clients: readonly SeededClient[];
  readonly engagements: readonly Engaged[];
  /** Whole ones, before the one in which it opens. */
  readonly weeks: number;
}

export const demoMarket: Market = { assistants, clients, engagements, weeks: 4 };

/** Still to be answered when the market opens. */
export const openOffer = {
  from: 'Amélie Fournier',
  to: stars.assistant,
  terms: { at: '17.50', hours: 6, title: 'Answer our French shop' },
};

/**
 * Who decides what the market's people do not agree about. Everybody knows the secret of their authenticator app (base32),
 * as they know the password: it opens this market alone.
 */
export const demoStaff = {
  name: 'Helga Brandt',
  zone: 'Europe/Berlin',
  secret: 'KONTORDEMOKONTORDEMOKONTORDEMOKO',
};

export interface SeededQuarrel {
  client: string;
  assistant: string;
  /** Of the first entry of last week. */
  minutes: number;
  reason: string;
}

/** One in which the assistant offers so many minutes back, and the client does not take them. */
export interface ContestedQuarrel extends SeededQuarrel {
  offers: number;
  answer: string;
}

interface DecidedQuarrel extends ContestedQuarrel {
  decision: { refundMinutes: number; reason: string };
}

/** What the market's people do not agree about when it opens. */
export const quarrels: { toAnswer: SeededQuarrel; toDecide: ContestedQuarrel; decided: DecidedQuarrel } = {
  toAnswer: {
    ...{ client: 'Sam Whitaker', assistant: stars.assistant, minutes: 45 },
    reason: 'Two of the returns in this note were answered by my sister, I have her mails.',
  },
  toDecide: {
    ...{ client: stars.client, assistant: 'Lucía Herrera', minutes: 30 },
    reason: 'The posts of that morning were planned the week before and are billed already.',
    ...{ offers: 10, answer: 'I moved all of them to new days; ten minutes of it were the week before.' },
  },
  decided: {
    ...{ client: 'Rhys Morgan', assistant: 'Inês Carvalho', minutes: 60 },
    reason: 'Half of the receipts of that morning are still in the box.',
    ...{ offers: 15, answer: 'I entered forty of them, and asked about the ones that nobody can read.' },
    decision: { refundMinutes: 20, reason: 'The ledger shows forty receipts; the rest was not begun that morning.' },
  },
};

/** What people write about an hour of work. */
export const notes = [
  'Answered customer e-mail, inbox at zero',
  'Planned and queued next week of posts',
  'Invoices entered and receipts filed',
  'Product texts and pictures updated',
  'Calendar: moved and confirmed meetings',
  'Replies to comments and messages',
  'Cleaned up the contact list',
  'Researched twelve new leads',
];
