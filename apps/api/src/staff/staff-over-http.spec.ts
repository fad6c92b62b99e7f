import { ManualClock } from '@app/kernel';
import { Client } from 'pg';

import { testConfig } from '../../../../test/support/config.ts';
import { type TestDatabase, testDatabase } from '../../../../test/support/database.ts';
import { type RunningApi, startApi } from '../start-api.ts';

const password = 'a long walk by the fjord';
const MINUTE_MS = 60_000;
const why = { reason: 'They cannot see their own week.' };

let database: TestDatabase;
let api: RunningApi;
let owner: Client;
let clock: ManualClock;
let [kari, amira]: Person[] = [];

interface Person {
  readonly id: string;
  readonly cookie: string;
}

beforeAll(async () => {
  database = await testDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  clock = new ManualClock(new Date('2026-03-02T09:00:00Z'));
  api = await startApi({ config: testConfig({ DATABASE_URL: database.url }), clock, port: 0 });
});
afterAll(async () => {
  await owner.end();
  await api.stop();
});
beforeEach(async () => {
  await database.reset();
  kari = await person('kari@kontor.example');
  amira = await person('amira@fjord.example');
});

async function send(method: string, path: string, who?: Person, body?: unknown) {
  const answer = await fetch(`${api.url}/api${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(who === undefined ? {} : { cookie: who.cookie }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return {
    status: answer.status,
    cookies,
    json: (text === '' ? undefined : JSON.parse(text)) as Record<string, unknown>,
  };
}

async function person(email: string): Promise<Person> {
  await send('POST', '/registrations', undefined, { email, password, name: 'Somebody', zone: 'Europe/Oslo' });
  const { cookies } = await send('POST', '/sessions', undefined, { email, password });
  const { rows } = await owner.query<{ id: string }>('select id from account where email = $1', [email]);
  return { id: rows[0]!.id, cookie: cookies.find((cookie) => cookie.startsWith('session=')) ?? '' };
}

async function grant({ id }: Person): Promise<void> {
  await owner.query('insert into staff_grant values (gen_random_uuid(), $1, $2)', [id, clock.now()]);
}

/** As after a code of the authenticator app. */
async function showSecondFactor({ id }: Person): Promise<void> {
  await owner.query('update session set second_factor_at = $2, stepped_up_at = $2 where account_id = $1', [
    id,
    clock.now(),
  ]);
}

async function asStaff(who: Person): Promise<void> {
  await grant(who);
  await showSecondFactor(who);
}

test('without a grant, and without a second factor, nobody is staff', async () => {
  expect(await send('GET', '/staff/members')).toMatchObject({ status: 401 });
  expect(await send('GET', '/staff/members', kari)).toMatchObject({ status: 403, json: { code: 'staff_only' } });
  await grant(kari!);
  expect(await send('GET', '/staff/members', kari)).toMatchObject({
    status: 403,
    json: { code: 'second_factor_required' },
  });
  await showSecondFactor(kari!);
  expect(await send('GET', '/staff/members', kari)).toMatchObject({ status: 200, json: [{ isYou: true }] });
});

test('what changes something wants the second factor again after ten minutes', async () => {
  await asStaff(kari!);
  clock.moveTo(new Date(clock.now().getTime() + 11 * MINUTE_MS));
  expect((await send('GET', `/staff/people/${amira!.id}`, kari)).status).toBe(200);
  const look = () => send('POST', `/staff/people/${amira!.id}/impersonations`, kari, why);
  expect(await look()).toMatchObject({ status: 403, json: { code: 'step_up_required' } });
  await showSecondFactor(kari!);
  expect((await look()).status).toBe(201);
});

test("through another's eyes staff see what they see, change nothing, and it is over after half an hour", async () => {
  await asStaff(kari!);
  await send('POST', `/staff/people/${amira!.id}/impersonations`, kari, why);

  expect((await send('GET', '/me', kari)).json).toMatchObject({
    id: amira!.id,
    lookedThroughUntil: new Date(clock.now().getTime() + 30 * MINUTE_MS).toISOString(),
  });
  for (const [method, path] of [
    ['PUT', '/me/password'],
    ['POST', '/businesses'],
    ['DELETE', '/sessions'],
  ] as const)
    expect(await send(method, path, kari, {})).toMatchObject({
      status: 403,
      json: { code: 'impersonation_reads_only' },
    });
  expect((await send('GET', '/me/impersonations', amira)).json).toMatchObject([why]);
  const { rows } = await owner.query(`select type from event where type = 'impersonation.begun'`);
  expect(rows).toHaveLength(1);

  clock.moveTo(new Date(clock.now().getTime() + 30 * MINUTE_MS));
  expect((await send('GET', '/me', kari)).json).toMatchObject({ id: kari!.id });
});

test('staff look with their own eyes again when they say so, and both is in the audit', async () => {
  await asStaff(kari!);
  await send('POST', `/staff/people/${amira!.id}/impersonations`, kari, why);
  // Longer ago than a second factor counts for: it cannot be shown anew through somebody's eyes.
  clock.moveTo(new Date(clock.now().getTime() + 11 * MINUTE_MS));
  expect((await send('DELETE', '/staff/impersonation', kari)).status).toBe(204);
  expect((await send('GET', '/me', kari)).json).toMatchObject({ id: kari!.id });

  const audit = await send('GET', `/staff/audit?kind=account&id=${amira!.id}`, kari);
  const done = (audit.json as unknown as { action: string; actorId: string }[]).filter(
    ({ actorId }) => actorId === kari!.id,
  );
  expect(done.map(({ action }) => action)).toEqual(['impersonation.ended', 'impersonation.begun']);
});

test('nobody looks through the eyes of staff', async () => {
  await asStaff(kari!);
  await grant(amira!);
  const look = await send('POST', `/staff/people/${amira!.id}/impersonations`, kari, why);
  expect(look).toMatchObject({ status: 403, json: { code: 'staff_not_impersonated' } });
});

test('suspended from signing in, the session is dead at once and the password tells why not', async () => {
  await asStaff(kari!);
  const told = {
    scopes: ['signing_in'],
    reasonCode: 'fraud_suspected',
    explanation: 'Somebody else has shown us your papers.',
  };
  expect((await send('POST', `/staff/people/${amira!.id}/suspensions`, kari, told)).status).toBe(201);

  expect((await send('GET', '/me', amira)).status).toBe(401);
  const again = await send('POST', '/sessions', undefined, { email: 'amira@fjord.example', password });
  expect(again).toMatchObject({ status: 403, json: { code: 'account_suspended' } });
});

test('suspended from hiring they sign in, read why, and appeal', async () => {
  await asStaff(kari!);
  const told = { scopes: ['hiring'], reasonCode: 'unpaid', explanation: 'Three invoices in a row were not paid.' };
  await send('POST', `/staff/people/${amira!.id}/suspensions`, kari, told);

  const own = (await send('GET', '/me/suspensions', amira)).json as unknown as { id: string }[];
  expect(own).toMatchObject([{ scopes: ['hiring'], explanation: told.explanation, can: { appeal: true } }]);
  const appeal = await send('POST', `/me/suspensions/${own[0]?.id}/appeal`, amira, {
    text: 'They were paid yesterday.',
  });
  expect(appeal.status).toBe(204);
  expect((await send('GET', '/staff/appeals', kari)).json).toMatchObject([
    { can: { decideAppeal: false, lift: true } },
  ]);
});

test('a fee is added for a time to come, never for one that has begun, and with its predecessor in the audit', async () => {
  await asStaff(kari!);
  const fee = (effectiveFrom: string) =>
    send('POST', '/staff/fees', kari, {
      effectiveFrom,
      clientFeeBp: 900,
      assistantFeeBp: 0,
      reason: 'A lower fee for all.',
    });
  const soon = new Date(clock.now().getTime() + MINUTE_MS).toISOString();

  expect(await fee('2026-01-01T00:00:00Z')).toMatchObject({ status: 400, json: { code: 'only_the_future' } });
  expect((await fee(soon)).json).toMatchObject([
    { effectiveFrom: soon, clientFeeBp: 900, addedBy: kari!.id },
    { clientFeeBp: 1_000 },
  ]);
  expect((await fee(soon)).json).toMatchObject({ code: 'taken_already' });
  const { json } = await send('GET', '/staff/audit?kind=fee_schedule&id=fee_schedule', kari);
  expect(json).toMatchObject([{ before: { client_fee_bp: 1_000 }, after: { client_fee_bp: 900 } }]);
});

test('who bears what is not paid is said for a time to come, shown a second factor, and with both in the audit', async () => {
  await asStaff(kari!);
  const reason = 'Kontor bears what cannot be collected.';
  const add = (effectiveFrom: string) =>
    send('POST', '/staff/unpaid-policies', kari, {
      ...{ effectiveFrom, outcome: 'platform_guarantees', finalAfterDays: 45 },
      reason,
    });
  const soon = new Date(clock.now().getTime() + MINUTE_MS).toISOString();

  expect(await add('2026-01-01T00:00:00Z')).toMatchObject({
    status: 400,
    json: { code: 'only_the_future', errors: [{ field: 'effectiveFrom' }] },
  });
  expect(await add(soon)).toMatchObject({
    status: 201,
    json: [
      { effectiveFrom: soon, outcome: 'platform_guarantees', finalAfterDays: 45, addedBy: kari!.id },
      { outcome: 'assistant_unpaid', finalAfterDays: 30, addedBy: null },
    ],
  });
  expect((await send('GET', '/staff/unpaid-policies', kari)).json).toHaveLength(2);
  const { json } = await send('GET', '/staff/audit?kind=unpaid_policy&id=unpaid_policy', kari);
  expect(json).toMatchObject([
    {
      ...{ actorId: kari!.id, action: 'policy.added', reason },
      before: { outcome: 'assistant_unpaid', final_after_days: 30 },
      after: { outcome: 'platform_guarantees', final_after_days: 45 },
    },
  ]);

  clock.moveTo(new Date(clock.now().getTime() + 11 * MINUTE_MS));
  expect(await add(new Date(clock.now().getTime() + MINUTE_MS).toISOString())).toMatchObject({
    status: 403,
    json: { code: 'step_up_required' },
  });
});

test('a tool is offered from its day on, and no more from the day on which it is retired', async () => {
  await asStaff(kari!);
  const at = (minutes: number) => new Date(clock.now().getTime() + minutes * MINUTE_MS).toISOString();
  const offeredFrom = at(5);
  const tool = { kind: 'tool', code: 'notion', name: 'Notion', specialty: 'documents', offeredFrom };
  expect((await send('POST', '/staff/taxonomy', kari, tool)).status).toBe(201);
  expect(
    (await send('POST', '/staff/taxonomy/retirements', kari, { kind: 'tool', code: 'wave', from: at(5) })).status,
  ).toBe(201);
  const offered = async () => JSON.stringify((await send('GET', '/taxonomy')).json);

  expect(await offered()).toContain('"wave"');
  expect(await offered()).not.toContain('"notion"');
  clock.moveTo(new Date(offeredFrom));
  expect(await offered()).not.toContain('"wave"');
  expect(await offered()).toContain('"notion"');
});

test('a job that failed for good is seen with its reason, and worked once more when staff say so', async () => {
  await asStaff(kari!);
  await owner.query(
    `insert into pgboss.job (id, name, data, state, retry_count, retry_limit, output)
     values ('01a20226-532a-7d47-83dc-088687511d2e', 'identity.on-account-registered', '{"id": "e", "type": "account.registered"}',
             'failed', 5, 5, '{"message": "the mail server is away"}')`,
  );
  const failed = () => send('GET', '/staff/jobs', kari);
  expect((await failed()).json).toMatchObject([
    { state: 'failed', failure: 'the mail server is away', can: { replay: true } },
  ]);
  const replay = () => send('POST', '/staff/jobs/01a20226-532a-7d47-83dc-088687511d2e/replays', kari);
  expect((await replay()).status).toBe(204);
  expect((await failed()).json).toMatchObject([{ state: 'retry' }]);
  expect((await replay()).status).toBe(404);
});

test('a webhook is received once more when staff say so', async () => {
  await asStaff(kari!);
  await owner.query(`insert into webhook_inbox values ('evt_1', 'payout.paid', 'po_1', 'acct_1', $1)`, [clock.now()]);
  expect((await send('GET', '/staff/webhooks', kari)).json).toMatchObject([{ id: 'evt_1', objectId: 'po_1' }]);
  expect((await send('POST', '/staff/webhooks/evt_1/replays', kari)).status).toBe(204);
  expect((await send('POST', '/staff/webhooks/evt_2/replays', kari)).status).toBe(404);
  const { rows } = await owner.query(`select payload->>'webhookId' as id from event where type = 'webhook.received'`);
  expect(rows).toEqual([{ id: 'evt_1' }]);
});
