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

const clientDataJSON = Buffer.from(JSON.stringify({ challenge: 'nobody was asked this' })).toString('base64url');
const credential = { id: 'bm9uZQ', rawId: 'bm9uZQ', type: 'public-key', clientExtensionResults: {} };
const strangePasskey = { ...credential, response: { clientDataJSON, authenticatorData: 'AA', signature: 'AA' } };
const strangeNewPasskey = { ...credential, response: { clientDataJSON, attestationObject: 'AA' } };

const offer = (over: object) => ({ title: 'Inbox', rateCents: 1_850, weeklyLimitMinutes: 600, ...over });

const IN_DAYS = '2026-03-18T10:00:00Z';
const suspension = (scopes: string[]) => ({
  ...{ scopes, reasonCode: 'fraud_suspected' },
  explanation: 'Two people have told us that your time was not worked.',
});

const SAID = 'The calendar shows that the office was closed.';
const decision = (ours: Things) => ({
  lines: [{ lineId: ours['dispute line'], verdict: 'pay', ruleId: 'work_shown', reason: SAID }],
});

function aFile(): FormData {
  const form = new FormData();
  form.append('text', SAID);
  form.append('file', new Blob(['the diary of that week']), 'diary.txt');
  return form;
}

/** A well-formed body of each route that takes one, about the thing of the policy's line where an id is nested in it. */
export const bodies: Readonly<Record<string, (id: string, ours: Things) => object>> = {
  'POST /registrations': () => newcomer,
  'POST /email-verifications': () => ({ token: 'nobody was sent this' }),
  'POST /sessions': () => ({ email: 'nobody@people.example', password: newcomer.password }),
  'POST /sessions/second-factor': () => ({ totp: '123456' }),
  'POST /sessions/passkey': () => ({ passkey: strangePasskey }),
  'POST /step-ups': () => ({ password: 'not the right one' }),
  'POST /me/totp/confirmation': () => ({ code: '123456' }),
  'POST /me/passkeys': () => ({ name: 'Laptop', passkey: strangeNewPasskey }),
  'PATCH /me/passkeys/:id': () => ({ name: 'Phone' }),
  'POST /password-resets/requests': () => ({ email: 'nobody@people.example' }),
  'POST /password-resets': () => ({ token: 'nobody was sent this', password: newcomer.password }),
  'PUT /me/language': () => ({ language: 'nb' }),
  'PUT /me/password': () => ({ current: 'not the right one', password: newcomer.password }),
  'POST /me/email-changes': () => ({ email: 'new@people.example', password: 'not the right one' }),
  'POST /sign-in-providers/:provider/trips': () => ({ zone: 'Europe/Oslo' }),
  'POST /provider-sign-ins': () => ({ answer: 'state=nobody-set-out&code=so' }),
  'POST /me/provider-logins/trips': () => ({ provider: 'nobody', zone: 'Europe/Oslo' }),
  'POST /me/provider-logins': () => ({ answer: 'state=nobody-set-out&code=so' }),
  'POST /api-tokens': () => ({ name: 'Sheets', scopes: ['time:read'], days: 90 }),
  'POST /email-changes': () => ({ token: 'nobody was sent this' }),
  'POST /email-returns': () => ({ token: 'nobody was sent this', password: newcomer.password }),
  'POST /businesses/:id/invitations': () => ({ email: 'new@people.example', role: 'viewer' }),
  'PATCH /businesses/:id/members/:accountId': () => ({ role: 'hiring' }),
  'POST /invitations/acceptance': (_, ours) => ({ token: ours['invitation token'] }),
  'POST /notifications/reading': () => ({ upTo: '01a20226-532a-7d47-83dc-088687511d2e' }),
  'PUT /businesses/:id/budget': () => ({ weeklyCents: 30_000 }),
  'POST /businesses': () => ({ name: 'Third', country: 'NO', zone: 'Europe/Oslo' }),
  'PUT /assistant-profile': () => profile,
  'POST /briefs': (businessId) => briefFor(businessId),
  'POST /contracts': (businessId, ours) => offer({ businessId, assistantId: ours.assistant }),
  'POST /time-entries': (contractId) => ({ contractId, ...worked }),
  'PATCH /time-entries/:id': () => ({ note: 'Answers to other customers' }),
  'POST /timer': (contractId) => ({ contractId, note: NOTE }),
  'PUT /timer': (contractId) => ({ contractId, note: NOTE }),
  'POST /time-imports': (contractId) => ({ contractId, fileName: 'toggl.csv', csv, zone: 'Europe/Lisbon' }),
  'POST /time-entries/:id/queries': () => ({ question: 'What was this time for, please?' }),
  'POST /entry-queries/:id/answer': () => ({ answer: SAID }),
  'POST /entry-queries/:id/correction-preview': () => ({ seconds: 600 }),
  'POST /entry-queries/:id/correction': () => ({ answer: SAID, seconds: 600 }),
  'PUT /weeks/:id/limit': () => ({ limitMinutes: 10_080 }),
  'POST /weeks/:id/dispute-preview': (_, ours) => ({ lines: [{ entryId: ours['billed entry'], seconds: 600 }] }),
  'POST /weeks/:id/late-reports': (_, ours) => ({
    ...{ ground: 'fraud', reason: SAID, lines: [{ entryId: ours['billed entry'], seconds: 600 }] },
  }),
  'POST /disputes': (weekId, ours) => ({
    ...{ weekId, ground: 'not_worked', reason: SAID, lines: [{ entryId: ours['billed entry'], seconds: 600 }] },
  }),
  'POST /disputes/:id/answer': () => ({ text: SAID }),
  'POST /disputes/:id/offer-preview': (_, ours) => ({ lines: [{ lineId: ours['dispute line'], refundSeconds: 600 }] }),
  'POST /disputes/:id/offer': (_, ours) => ({
    text: SAID,
    lines: [{ lineId: ours['dispute line'], refundSeconds: 600 }],
  }),
  'POST /disputes/:id/statements': () => ({ text: SAID }),
  'POST /disputes/:id/files': () => aFile(),
  'POST /disputes/:id/appeal': () => ({ reason: SAID }),
  'POST /staff/late-claims': (weekId, ours) => ({
    ...{ weekId, ground: 'fraud', reason: SAID, lines: [{ entryId: ours['billed entry'], seconds: 600 }] },
  }),
  'POST /staff/late-reports/:id/refusal': () => ({ reason: SAID }),
  'POST /staff/disputes/:id/statements': () => ({ text: SAID }),
  'POST /staff/disputes/:id/decision-preview': (_, ours) => decision(ours),
  'POST /staff/disputes/:id/decisions': (_, ours) => decision(ours),
  'POST /staff/disputes/:id/decisions/:decisionId/signature': () => ({ version: 'none' }),
  'POST /card-setups': (businessId) => ({ businessId }),
  'POST /payee': () => ({}),
  'POST /me/suspensions/:id/appeal': () => ({ text: 'I was at work, and can show it.' }),
  'POST /suspension-appeals': () => ({ token: 'nobody was sent this', text: 'I was at work, and can show it.' }),
  'POST /staff/people/:id/suspensions': () => suspension(['assisting']),
  'POST /staff/businesses/:id/suspensions': () => suspension(['hiring']),
  'POST /staff/people/:id/impersonations': () => ({ reason: 'They cannot see their week.' }),
  'POST /staff/suspensions/:id/ending': () => ({ reason: 'It was a mistake of ours.' }),
  'POST /staff/suspensions/:id/appeal-decision': () => ({ upheld: true, reason: 'It was a mistake of ours.' }),
  'POST /staff/chargebacks/:id/evidence': () => ({ texts: { uncategorized_text: SAID } }),
  'POST /staff/chargebacks/:id/acceptance': () => ({ reason: 'The bank is right about this.' }),
  'PUT /staff/chargebacks/:id/lines': (id) => ({
    lines: [{ lineId: id, cents: 1 }],
    reason: 'The bank names this line.',
  }),
  'PUT /staff/chargebacks/:id/carrier': () => ({
    carriedBy: 'assistant',
    reason: 'The assistant never worked these hours.',
  }),
  'POST /staff/chargebacks/:id/resumption': () => ({ reason: 'The client has paid by wire.' }),
  'POST /staff/refunds/:id/attempts': () => ({ reason: 'The card works again.' }),
  'POST /staff/refunds/:id/other-payment': () => ({ note: 'By bank transfer, reference 7.' }),
  'POST /staff/debts/:id/write-off': () => ({ reasonCode: 'left_the_market' }),
  'POST /staff/debts/:id/reversal-attempts': () => ({ reasonCode: 'has_money_again' }),
  'POST /contracts/:id/bonuses': () => ({ amountCents: 5_00 }),
  'POST /invoice-lines/:id/refund-preview': () => ({ quantity: 3_600 }),
  'POST /invoice-lines/:id/refunds': () => ({ quantity: 3_600 }),
  'POST /staff/holds': (id) => ({ subject: { kind: 'invoice', id }, reasonCode: 'under_review', until: IN_DAYS }),
  'POST /staff/holds/:id/renewal': () => ({ until: IN_DAYS }),
  'POST /staff/holds/:id/release': () => ({ reason: 'It was a mistake of ours.' }),
  'POST /staff/fees': () => ({ effectiveFrom: IN_DAYS, clientFeeBp: 900, assistantFeeBp: 0, reason: 'A lower fee.' }),
  'POST /staff/cycle-policies': () => ({
    ...{ effectiveFrom: IN_DAYS, freezeHour: 12, reviewEndsDay: 5, shortestReviewHours: 72, holdDays: 4 },
    reason: 'A shorter hold.',
  }),
  'POST /staff/unpaid-policies': () => ({
    ...{ effectiveFrom: IN_DAYS, outcome: 'platform_guarantees', finalAfterDays: 30 },
    reason: 'Kontor bears what cannot be collected.',
  }),
  'POST /staff/taxonomy': () => ({
    kind: 'tool',
    code: 'notion',
    name: 'Notion',
    specialty: 'documents',
    offeredFrom: IN_DAYS,
  }),
  'POST /staff/taxonomy/retirements': () => ({ kind: 'tool', code: 'wave', from: IN_DAYS }),
  'POST /privacy/erasure': () => ({ email: 'nobody@people.example' }),
};

/** What a list wants to be asked with. */
export const queries: Readonly<Record<string, (id: string) => string>> = {
  'GET /time-entries': () => '?from=2026-02-01T00:00:00Z&to=2026-04-01T00:00:00Z',
  'GET /privacy/exports/:id/download': () => '?token=nobody-was-sent-this',
  'GET /cards': (businessId) => `?businessId=${businessId}`,
  // In nearly every name and title there is.
  'GET /search': () => '?q=in',
  'GET /staff/search': () => '?q=Fjord',
  'GET /staff/audit': () => '?kind=fee_schedule&id=fee_schedule',
};

/** What stands in an address beside `:id`: our own thing of this name. */
export const places: Readonly<Record<string, string>> = {
  ':accountId': 'member',
  ':of': 'invoice',
  ':invitationId': 'invitation',
  ':fileId': 'dispute file',
};

interface Stray {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

/** Ids beside the one that the policy is about, in an address or a body: another client's, or nobody's. */
export function strays(ours: Things, theirs: Things, nobody: string): Stray[] {
  const offers = [
    offer({ businessId: ours.business, assistantId: ours.assistant, briefId: theirs.brief }),
    offer({ businessId: ours.business, assistantId: ours.assistant, briefId: nobody }),
    offer({ businessId: ours.business, assistantId: nobody }),
  ];
  const business = `/api/businesses/${ours.business}`;
  const elsewhere = [theirs.member, nobody].flatMap((id) => [
    { method: 'PATCH', path: `${business}/members/${id}`, body: { role: 'owner' } },
    { method: 'DELETE', path: `${business}/members/${id}` },
  ]);
  const invited = { method: 'DELETE', path: `${business}/invitations/${theirs.invitation}` };
  return [...offers.map((body) => ({ method: 'POST', path: '/api/contracts', body })), ...elsewhere, invited];
}
