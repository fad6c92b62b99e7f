import { AssistantPerson, type Offered } from './assistant-person.ts';
import { ClientPerson, type WantedHelp } from './client-person.ts';
import type { World } from './world.ts';

/** The people whom stories, the demo and the pictures tell of: two shops, and three assistants who could help them. */
export interface Cast {
  /** An interior shop in Oslo. */
  readonly ingrid: ClientPerson;
  /** A bookshop in Boston. */
  readonly sam: ClientPerson;
  /** Lisbon: the best match for both. */
  readonly beatriz: AssistantPerson;
  readonly tomas: AssistantPerson;
  /** Warsaw, afternoons. */
  readonly maja: AssistantPerson;
}

/** They exist, and have not signed up yet. */
export function castOf(world: World): Cast {
  return {
    ingrid: new ClientPerson(world, 'Ingrid Solheim', {
      name: 'Fjordlys Interiør',
      country: 'NO',
      zone: 'Europe/Oslo',
    }),
    sam: new ClientPerson(world, 'Sam Whitaker', { name: 'Harbor Books', country: 'US', zone: 'America/New_York' }),
    beatriz: new AssistantPerson(world, 'Beatriz Almeida', 'Europe/Lisbon'),
    tomas: new AssistantPerson(world, 'Tomás Ferreira', 'Europe/Lisbon', 'tomas.ferreira@kontor.example'),
    maja: new AssistantPerson(world, 'Maja Kowalska', 'Europe/Warsaw'),
  };
}

/** The assistants publish what they offer; Beatriz and Tomás tell Stripe where their money should go. */
export async function assistantsOffer({ beatriz, tomas, maja }: Cast): Promise<void> {
  await beatriz.offersHelp(inboxesAndFeeds);
  await beatriz.connectsBank();
  await tomas.offersHelp(calmWithCustomers);
  await tomas.connectsBank();
  await maja.offersHelp(afternoonsOfPosts);
}

/** What Ingrid looks for. */
export const shopBrief: WantedHelp = {
  title: 'Customer e-mail and social media',
  description: 'A small interior shop in Oslo: answer customers, plan posts, keep the calendar.',
  specialties: ['email_calendar', 'social_media'],
  tools: ['gmail', 'instagram', 'canva'],
  weeklyHours: 15,
  rate: ['12.00', '20.00'],
  overlapHours: 10,
};

const inboxesAndFeeds: Offered = {
  headline: 'Inboxes empty, feeds full',
  about: 'Nine years at the front desk of a hotel, four as an assistant to small shops. I write the way you would.',
  country: 'PT',
  rate: '18.50',
  hours: 40,
  specialties: [
    { code: 'email_calendar', level: 3 },
    { code: 'social_media', level: 3 },
    { code: 'customer_enquiries', level: 2 },
  ],
  tools: ['gmail', 'google_calendar', 'instagram', 'canva', 'zendesk'],
  languages: ['en', 'pt'],
};

const calmWithCustomers: Offered = {
  headline: 'Calm with customers',
  country: 'PT',
  rate: '15.00',
  hours: 45,
  specialties: [
    { code: 'email_calendar', level: 2 },
    { code: 'social_media', level: 1 },
  ],
  tools: ['outlook', 'facebook'],
};

const afternoonsOfPosts: Offered = {
  headline: 'Social media for small shops',
  country: 'PL',
  rate: '19.50',
  hours: 20,
  specialties: [
    { code: 'social_media', level: 3 },
    { code: 'email_calendar', level: 1 },
  ],
  tools: ['instagram', 'buffer'],
  languages: ['en', 'pl'],
  from: 14,
  to: 20,
};
