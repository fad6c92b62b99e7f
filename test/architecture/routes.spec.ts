import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { createApi } from '../../apps/api/src/start-api.ts';
import { testConfig } from '../support/config.ts';
import { testDatabase } from '../support/database.ts';

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
interface Route {
  readonly method: Method;
  readonly path: string;
}

/** Everything that answers somebody who is not signed in. A line more is a decision. */
const open = [
  'POST /api/registrations',
  'POST /api/email-verifications',
  'POST /api/sessions',
  // By what the first step left in the browser; by a passkey, and what it has to sign.
  'POST /api/sessions/second-factor',
  'POST /api/sessions/passkey-challenges',
  'POST /api/sessions/passkey',
  'POST /api/password-resets/requests',
  'POST /api/password-resets',
  'POST /api/email-changes',
  'POST /api/email-returns',
  'GET /api/sign-in-providers',
  'POST /api/sign-in-providers/:provider/trips',
  'POST /api/provider-sign-ins',
  'GET /api/taxonomy',
  // What it costs, and the assistants who chose to be shown: for visitors to look at before they sign up.
  'GET /api/prices',
  'GET /api/public-assistants',
  'GET /api/public-assistants/:id',
  'GET /api/dispute-rules',
  'GET /api/dispute-statistics',
  'GET /api/unpaid-policy',
  'GET /healthz',
  // Stripe, by its signature over the body.
  'POST /api/stripe-webhooks/platform',
  'POST /api/stripe-webhooks/connect',
  'POST /api/stripe-webhooks/accounts',
  // What the api is, for whoever writes a client of it.
  'GET /api/openapi.json',
  'GET /api/docs',
  'GET /api/docs/',
  'GET /api/docs/*',
  'GET /api/docs/index.html',
  'GET /api/docs/LICENSE',
  'GET /api/docs/swagger-ui-init.js',
  'GET /api/docs/docs/swagger-ui-init.js',
  // By the link of a mail, for who may not sign in.
  'POST /api/suspension-appeals',
  // The web app's files, and its page.
  'GET *',
];

const SOMETHING = '01a20226-532a-7d47-83dc-088687511d2e';

let app: NestFastifyApplication;
let routes: Route[];

beforeAll(async () => {
  app = await createApi({ config: testConfig({ DATABASE_URL: (await testDatabase()).url }) });
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.ready();
  routes = readTree(fastify.printRoutes({ commonPrefix: false }));
});
afterAll(() => app.close());

const named = ({ method, path }: Route) => `${method === 'HEAD' ? 'GET' : method} ${path}`;
const guarded = () => routes.filter((route) => !open.includes(named(route)));

test('the routes that answer anybody are a closed list', () => {
  const there = new Set(routes.map(named));
  expect(open.filter((route) => !there.has(route))).toEqual([]);
  expect(guarded().length).toBeGreaterThan(5);
});

test('every other route answers 401 without a session, with a made-up one and with an empty one', async () => {
  for (const cookie of [
    undefined,
    'session=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'session=',
    '__Host-session=a',
  ]) {
    const answers = await Promise.all(guarded().map((route) => ask(route, route.path, cookie)));
    expect(answers.filter(({ status }) => status !== 401).map(inWords)).toEqual([]);
  }
});

test('nor does it answer when the address is written another way', async () => {
  const variants: ((path: string) => string)[] = [
    (path) => `${path}/`,
    (path) => `/${path}`,
    (path) => path.replace('/api/', '/api//'),
    (path) => path.replace('/api/', '/api%2F'),
    (path) => path.replace('/api/', '/API/'),
    (path) => path.replace('/api/', '/api/./'),
    (path) => path.replace('/api/', '/healthz/../api/'),
    (path) => `${path};x=1`,
    (path) => `${path}?_method=GET`,
  ];
  for (const variant of variants) {
    const answers = await Promise.all(guarded().map((route) => ask(route, variant(route.path))));
    expect(answers.filter(({ status }) => status < 400).map(inWords)).toEqual([]);
  }
});

test('no refusal is without its problem, and none without the headers that every answer has', async () => {
  const { headers, body } = await ask({ method: 'GET', path: '/api/me' }, '/api/me');
  expect(headers['content-type']).toContain('application/problem+json');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['x-powered-by']).toBeUndefined();
  expect(body).toMatchObject({ code: 'unauthenticated', status: 401 });
});

const inWords = ({ route, path, status }: Awaited<ReturnType<typeof ask>>) => `${route} as ${path}: ${status}`;

async function ask(route: Route, path: string, cookie?: string) {
  const answer = await app.inject({
    method: route.method,
    url: path.replace(/:\w+/g, SOMETHING),
    headers: { 'idempotency-key': 'a key of a test', 'x-http-method-override': 'GET', ...(cookie ? { cookie } : {}) },
    ...(route.method === 'GET' || route.method === 'HEAD' ? {} : { payload: {} }),
  });
  const body: unknown = answer.body === '' ? undefined : parsed(answer.body);
  return { route: named(route), path, status: answer.statusCode, headers: answer.headers, body };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** Fastify draws its routes as a tree: four columns a level, then the piece of the path and its methods. */
function readTree(tree: string): Route[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const drawn = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (!drawn) return [];
    const [, indent = '', piece = '', methods] = drawn;
    const depth = indent.length / 4;
    above.length = depth;
    above[depth] = piece;
    const path = above.join('');
    return (methods ?? '').split(', ').map((method) => ({ method: method as Method, path }));
  });
}
