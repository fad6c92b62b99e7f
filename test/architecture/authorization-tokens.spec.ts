import { tokenScopes } from '@app/kernel';

import { isOpenTo, tokenRoutes } from '../../apps/api/src/auth/token-routes.ts';
import { Snapshot } from '../support/snapshot.ts';
import { TRIES, TwoClients } from '../support/two-clients.ts';
import { type Line, linesOf } from './authorization-lines.ts';
import { policy, principals } from './authorization-policy.ts';
import { bodies, places, queries } from './authorization-requests.ts';

const SLOW_MS = 900_000;
const NOBODY = '01a20226-532a-7d47-83dc-088687511d2e';
/** Whose programs ask: somebody of each side, and somebody who has nothing to do with either. */
const people = ['owner', 'assistant', 'other assistant'] as const;
/** What a token may ever write to. All else that changes something wants a person at a screen. */
const WRITABLE = /^\/api\/(time-entries|timer|time-imports)(\/|$)/;

const lines = linesOf(policy);
/** Signing in says 401 to everybody who is wrong: it is open, and so not among these. */
const guarded = lines.filter(
  ({ answers }) => answers[principals.indexOf('anonymous')] === 401 && answers.some((status) => status !== 401),
);

let world: TwoClients;
let arranged: Snapshot;
let asked = 0;
const secrets = new Map<string, string>();

beforeAll(async () => {
  world = await TwoClients.begin();
  for (const who of people) {
    for (const scope of tokenScopes) secrets.set(`${who} ${scope}`, (await world.makeToken(who, [scope])).secret);
  }
  arranged = await Snapshot.take(world.owner);
}, SLOW_MS);
afterAll(async () => {
  const size = `${guarded.length} lines x ${tokenScopes.length} scopes x ${people.length} people`;
  process.stdout.write(`authorization of tokens: ${size}, ${asked} requests\n`);
  await arranged.drop();
  await world.end();
});

test('every route that a scope opens is there, a reading scope opens nothing that writes, and no scope opens more than time to write', () => {
  const there = new Set(lines.map(({ route }) => route));
  const opened = Object.entries(tokenRoutes).flatMap(([scope, routes]) => routes.map((route) => ({ scope, route })));
  expect(opened.filter(({ route }) => !there.has(route))).toEqual([]);
  const writing = opened.filter(({ route }) => !route.startsWith('GET '));
  expect(writing.filter(({ scope }) => !scope.endsWith(':write'))).toEqual([]);
  expect(writing.filter(({ route }) => !WRITABLE.test(route.split(' ')[1] ?? ''))).toEqual([]);
});

test(
  'a token is answered as its person within its scope, and 403 everywhere else, where it does nothing',
  async () => {
    const wrong: string[] = [];
    for (const line of guarded) {
      for (const scope of tokenScopes) {
        for (const who of people) {
          const isOpen = isOpenTo([scope], line.method, line.path);
          const wanted = isOpen ? line.answers[principals.indexOf(who)] : 403;
          const { status, code } = await ask(line, `${who} ${scope}`);
          if (status !== wanted || (!isOpen && code !== 'token_scope')) {
            wrong.push(
              `${line.route} on ${line.thing} by ${who}'s token for ${scope}: ${status} ${code}, not ${wanted}`,
            );
          }
          if (isOpen && line.method !== 'GET') await arranged.restore();
        }
      }
      const changed = await arranged.changed([TRIES]);
      if (changed.length > 0) await arranged.restore();
      wrong.push(...changed.map((table) => `a token's ${line.route} wrote to ${table}`));
    }
    expect(wrong).toEqual([]);
  },
  SLOW_MS,
);

test(
  'no way of writing an address, and no cookie beside it, lends a token more',
  async () => {
    const variants: ((line: Line) => Partial<Line> & { headers?: Record<string, string> })[] = [
      ({ path }) => ({ path: `${path}/` }),
      ({ path }) => ({ path: `/${path}` }),
      ({ path }) => ({ path: path.replace('/api/', '/api//') }),
      ({ path }) => ({ path: path.replace('/api/', '/api%2F') }),
      ({ path }) => ({ path: path.replace('/api/', '/API/') }),
      ({ method }) => (method === 'GET' ? { method: 'HEAD' } : { headers: { 'x-http-method-override': 'GET' } }),
      () => ({ headers: { cookie: world.people.get('owner') ?? '' } }),
    ];
    const odd: string[] = [];
    for (const line of guarded.filter(({ method, path }) => !isOpenTo(['time:read'], method, path))) {
      for (const variant of variants) {
        const { headers, ...over } = variant(line);
        const { status } = await ask({ ...line, ...over }, 'owner time:read', headers);
        if (status !== 403 && status !== 404)
          odd.push(`${over.method ?? line.method} ${over.path ?? line.path}: ${status}`);
      }
    }
    expect([...odd, ...(await arranged.changed([TRIES]))]).toEqual([]);
  },
  SLOW_MS,
);

test('what is no token of ours, or none any more, opens nothing', async () => {
  const contracts = guarded.find(({ route }) => route === 'GET /api/contracts')!;
  const secret = secrets.get('owner contracts:read') ?? '';
  const shown = async (authorization: string) => (await ask(contracts, '', { authorization })).status;
  expect(await shown(`Bearer ${secret}`)).toBe(200);
  for (const made of [
    'Bearer ',
    `Bearer ${secret}x`,
    `Bearer ${secret} x`,
    `Basic ${secret}`,
    `Bearer kontor_`,
    secret,
  ]) {
    expect(`${made}: ${await shown(made)}`).toMatch(/: 40[01]$/);
  }
  const inAddress = await world.ask({ method: 'GET', path: `/api/contracts?access_token=${secret}` });
  expect(inAddress.status).toBe(401);
});

function ask({ method, path, route, thing }: Line, token: string, headers: Record<string, string> = {}) {
  asked += 1;
  const id = world.ours[thing] ?? NOBODY;
  const name = route.replace('/api/', '/');
  const address =
    path.replace(/:\w+/g, (place) => (place === ':id' ? id : (world.ours[places[place] ?? ''] ?? NOBODY))) +
    (queries[name]?.(id) ?? '');
  const authorization = `Bearer ${secrets.get(token) ?? ''}`;
  return world.ask({
    method,
    path: address,
    body: bodies[name]?.(id, world.ours),
    headers: { authorization, ...headers },
  });
}
