import { ManualClock } from '@app/kernel';
import { BriefView, ContractDetail, ContractView, ContractViews } from '@app/wire/hiring';
import { AssistantMatches, BriefMatches } from '@app/wire/matching';
import { WeekViews } from '@app/wire/timelog';
import { AssistantView, ProfileView, TaxonomyView } from '@app/wire/profiles';
import { ConsoleLogger } from '@nestjs/common';
import { Client } from 'pg';

import { testConfig } from '../../../../test/support/config.ts';
import { type TestDatabase, testDatabase } from '../../../../test/support/database.ts';
import { type RunningApi, startApi } from '../start-api.ts';

const PASSWORD = 'a long walk by the fjord';

const profile = {
  headline: 'Keeps inboxes empty',
  about: 'Eight years of customer e-mail',
  country: 'PT',
  zone: 'Europe/Lisbon',
  rateCents: 1_850,
  capacityMinutes: 1_800,
  languages: ['en', 'pt'],
  specialties: [{ code: 'customer_enquiries', level: 3 }],
  tools: ['gmail'],
  availability: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1_020 })),
};

let database: TestDatabase;
let owner: Client;
let api: RunningApi;

beforeAll(async () => {
  database = await testDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  api = await startApi({
    config: testConfig({ DATABASE_URL: database.url }),
    clock: new ManualClock(new Date('2026-03-02T09:00:00Z')),
    log: new ConsoleLogger({ logLevels: ['error'] }),
    port: 0,
  });
});
afterAll(async () => {
  await api.stop();
  await owner.end();
});
beforeEach(() => database.reset());

interface Person {
  readonly cookie: string;
  readonly id: string;
  readonly businessId: string;
}

async function signUp(name: string, business?: object): Promise<Person> {
  const email = `${name}@people.example`;
  const { body } = await send('POST', '/registrations', {
    email,
    password: PASSWORD,
    name,
    zone: 'Europe/Oslo',
    business,
  });
  await owner.query(`update account set email_verified_at = created_at where email = $1`, [email]); // no worker here to mail the link
  const signedIn = await send('POST', '/sessions', { email, password: PASSWORD });
  const [{ id: businessId } = { id: '' }] = signedIn.body.businesses as { id: string }[];
  return { cookie: signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '', id: String(body.accountId), businessId };
}

async function send(method: string, path: string, content?: object, by?: Person, key?: string) {
  const answer = await fetch(`${api.url}/api${path}`, {
    method,
    headers: {
      ...(content === undefined ? {} : { 'content-type': 'application/json' }),
      ...(by === undefined ? {} : { cookie: by.cookie }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
  };
}

async function market() {
  const amira = await signUp('amira', { name: 'Fjord & Co', country: 'NO', zone: 'Europe/Oslo' });
  const ben = await signUp('ben');
  await send('PUT', '/assistant-profile', profile, ben);
  const brief = {
    businessId: amira.businessId,
    title: 'Customer e-mail',
    description: 'Answer by noon',
    specialties: ['customer_enquiries'],
    tools: [],
    weeklyMinutes: 900,
    minRateCents: 1_200,
    maxRateCents: 2_000,
    languages: ['en'],
    overlapMinutes: 600,
    startsOn: '2026-03-09',
  };
  const offer = {
    businessId: amira.businessId,
    assistantId: ben.id,
    title: 'E-mail',
    rateCents: 1_850,
    weeklyLimitMinutes: 900,
  };
  return { amira, ben, brief, offer };
}

const saveCard = ({ businessId }: Person) =>
  owner.query(
    `insert into client_standing (client_id, chargeable) values ($1, true) on conflict (client_id) do update set chargeable = true`,
    [businessId],
  );

test('from a brief to a contract that runs', async () => {
  const { amira, ben, brief, offer } = await market();
  const posted = BriefView.parse((await send('POST', '/briefs', brief, amira, 'brief-one')).body);
  const { matches } = AssistantMatches.parse(
    (await send('GET', `/briefs/${posted.id}/matches`, undefined, amira)).body,
  );
  expect(matches).toMatchObject([
    { assistant: { id: ben.id, name: 'ben' }, allInRateCents: 2_035, freeMinutes: 1_800 },
  ]);
  const forBen = BriefMatches.parse((await send('GET', '/matching-briefs', undefined, ben)).body);
  expect(forBen.matches).toMatchObject([{ brief: { id: posted.id }, score: matches[0]?.score }]);
  const seen = AssistantView.parse((await send('GET', `/assistants/${ben.id}`, undefined, amira)).body);
  expect(seen).toMatchObject({ name: 'ben', rateCents: 1_850, skillChecks: [] });

  const refused = await send('POST', '/contracts', { ...offer, briefId: posted.id }, amira, 'offer-one');
  expect(refused).toMatchObject({ status: 409, body: { code: 'card_missing', nextStep: 'save_card' } });
  await saveCard(amira);
  const first = await send('POST', '/contracts', { ...offer, briefId: posted.id }, amira, 'offer-one');
  const again = await send('POST', '/contracts', { ...offer, briefId: posted.id }, amira, 'offer-one');
  expect([first.status, first.headers.get('idempotency-hit'), again.headers.get('idempotency-hit')]).toEqual([
    201,
    null,
    'true',
  ]);
  const offered = ContractView.parse(again.body);
  expect(offered).toMatchObject({
    state: 'offered',
    client: { name: 'Fjord & Co', zone: 'Europe/Oslo' },
    allInRateCents: 2_035,
    clientFeeBp: 1_000,
    warnings: [],
    can: { accept: false, withdraw: true },
  });

  const accepted = await send('POST', `/contracts/${offered.id}/acceptance`, undefined, ben);
  expect(accepted.status).toBe(200);
  expect(ContractView.parse(accepted.body)).toMatchObject({ state: 'active', startedAt: '2026-03-02T09:00:00.000Z' });
  expect((await send('POST', `/contracts/${offered.id}/withdrawal`, undefined, amira)).body).toMatchObject({
    status: 409,
    code: 'illegal_transition',
  });
  expect(ContractViews.parse((await send('GET', '/contracts', undefined, ben)).body)).toHaveLength(1);

  const [week] = WeekViews.parse((await send('GET', `/weeks?contractId=${offered.id}`, undefined, amira)).body);
  await send('PUT', `/weeks/${week?.id}/limit`, { limitMinutes: 960 }, amira);
  await send('POST', `/contracts/${offered.id}/pausing`, undefined, amira);
  const [hers, his] = [await detail(offered.id, amira), await detail(offered.id, ben)];
  expect(hers).toMatchObject({
    state: 'paused',
    brief: { id: posted.id, title: 'Customer e-mail', description: 'Answer by noon' },
    history: [
      { kind: 'offered', at: '2026-03-02T09:00:00.000Z', side: 'client', name: 'amira' },
      { kind: 'accepted', side: 'assistant', name: 'ben' },
      { kind: 'paused', side: 'client', name: null, raised: null },
      {
        kind: 'limit_raised',
        side: 'client',
        name: 'amira',
        raised: { fromMinutes: 900, toMinutes: 960, week: { start: week?.start } },
      },
    ],
  });
  expect(his).toEqual({ ...hers, can: { ...hers.can, pause: false, resume: false } });
});

async function detail(id: string, by: Person): Promise<ContractDetail> {
  return ContractDetail.parse((await send('GET', `/contracts/${id}`, undefined, by)).body);
}

test('what is refused names its field or its reason', async () => {
  const { amira, ben, brief, offer } = await market();
  const overlapping = [...profile.availability, { weekday: 1, fromMinute: 600, toMinute: 660 }];
  const put = await send('PUT', '/assistant-profile', { ...profile, availability: overlapping }, ben);
  expect(put).toMatchObject({ status: 400, body: { code: 'profile_invalid', errors: [{ field: 'availability.5' }] } });
  expect(await send('POST', '/briefs', { ...brief, colour: 'red' }, amira, 'brief-red')).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'colour' }] },
  });
  expect(await send('POST', '/contracts', offer, amira)).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'Idempotency-Key' }] },
  });
  await saveCard(amira);
  expect(await send('POST', '/contracts', { ...offer, rateCents: 2_501 }, amira, 'offer-high')).toMatchObject({
    status: 400,
    body: { code: 'rate_outside_bounds', errors: [{ field: 'rateCents' }] },
  });
});

test('to a stranger there is no such brief and no such contract', async () => {
  const { amira, brief, offer } = await market();
  const posted = BriefView.parse((await send('POST', '/briefs', brief, amira, 'brief-two')).body);
  await saveCard(amira);
  const contract = ContractView.parse((await send('POST', '/contracts', offer, amira, 'offer-two')).body);
  const carol = await signUp('carol', { name: 'Elsewhere', country: 'NO', zone: 'Europe/Oslo' });
  for (const path of [`/briefs/${posted.id}`, `/briefs/${posted.id}/matches`, `/contracts/${contract.id}`]) {
    expect((await send('GET', path, undefined, carol)).status).toBe(404);
  }
  expect((await send('POST', `/contracts/${contract.id}/ending`, undefined, carol)).status).toBe(404);
});

test('anybody reads the words of the market; a profile that is not there is said to be', async () => {
  const { specialties, countries } = TaxonomyView.parse((await send('GET', '/taxonomy')).body);
  expect([specialties.length, specialties[0]?.code, countries.some(({ code }) => code === 'PT')]).toEqual([
    10,
    'email_calendar',
    true,
  ]);
  const amira = await signUp('amira');
  expect(await send('GET', '/assistant-profile', undefined, amira)).toMatchObject({
    status: 404,
    body: { code: 'no_profile_yet' },
  });
  const saved = await send('PUT', '/assistant-profile', profile, amira);
  expect(ProfileView.parse(saved.body)).toMatchObject({ id: amira.id, ...profile });
});
