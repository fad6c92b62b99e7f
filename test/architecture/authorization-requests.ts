import { briefFor, type Things } from '../support/two-clients.ts';

const NOTE = 'Answers to customers';
const worked = { start: '2026-03-10T14:00:00Z', end: '2026-03-10T15:00:00Z', note: NOTE };
const csv = `User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()
B,b@people.example,,,,${NOTE},No,2026-03-10,14:00:00,2026-03-10,15:00:00,01:00:00,,`;
const profile = {
  ...{ headline: 'Keeps inboxes empty', about: '', country: 'PT', zone: 'Europe/Lisbon', rateCents: 1_850 },
  ...{
    capacityMinutes: 1_800,
    languages: ['en'],
    specialties: [{ code: 'customer_enquiries', level: 3 }],
    tools: [],
    availability: [],
  },
};
const newcomer = {
  email: 'new@people.example',
  password: 'a long walk by the fjord',
  name: 'New',
  zone: 'Europe/Oslo',
};

const offer = (over: object) => ({ title: 'Inbox', rateCents: 1_850, weeklyLimitMinutes: 600, ...over });

/** A well-formed body of each route that takes one, about the thing of the policy's line where an id is nested in it. */
export const bodies: Readonly<Record<string, (id: string, ours: Things) => object>> = {
  'POST /registrations': () => newcomer,
  'POST /email-verifications': () => ({ token: 'nobody was sent this' }),
  'POST /sessions': () => ({ email: 'nobody@people.example', password: newcomer.password }),
  'POST /password-resets/requests': () => ({ email: 'nobody@people.example' }),
  'POST /password-resets': () => ({ token: 'nobody was sent this', password: newcomer.password }),
  'PUT /me/password': () => ({ current: 'not the right one', password: newcomer.password }),
  'POST /businesses': () => ({ name: 'Third', country: 'NO', zone: 'Europe/Oslo' }),
  'PUT /assistant-profile': () => profile,
  'POST /briefs': (businessId) => briefFor(businessId),
  'POST /contracts': (businessId, ours) => offer({ businessId, assistantId: ours.assistant }),
  'POST /time-entries': (contractId) => ({ contractId, ...worked }),
  'PATCH /time-entries/:id': () => ({ note: 'Answers to other customers' }),
  'POST /timer': (contractId) => ({ contractId, note: NOTE }),
  'PUT /timer': (contractId) => ({ contractId, note: NOTE }),
  'POST /time-imports': (contractId) => ({ contractId, fileName: 'toggl.csv', csv, zone: 'Europe/Lisbon' }),
  'POST /card-setups': (businessId) => ({ businessId }),
  'POST /payee': () => ({}),
};

/** What a list wants to be asked with. */
export const queries: Readonly<Record<string, (id: string) => string>> = {
  'GET /time-entries': () => '?from=2026-02-01T00:00:00Z&to=2026-04-01T00:00:00Z',
  'GET /cards': (businessId) => `?businessId=${businessId}`,
};

/** Ids nested in a body beside the one that the policy is about: another client's, or nobody's. */
export const strays: Readonly<Record<string, (ours: Things, theirs: Things, nobody: string) => object>> = {
  "POST /contracts on another client's brief": (ours, theirs) =>
    offer({ businessId: ours.business, assistantId: ours.assistant, briefId: theirs.brief }),
  'POST /contracts on a brief that is not there': (ours, _, nobody) =>
    offer({ businessId: ours.business, assistantId: ours.assistant, briefId: nobody }),
  'POST /contracts to nobody': (ours, _, nobody) => offer({ businessId: ours.business, assistantId: nobody }),
};
