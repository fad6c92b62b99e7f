import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

import { Snapshot } from '../support/snapshot.ts';
import { TRIES, TwoClients } from '../support/two-clients.ts';
import { type Line, linesOf } from './authorization-lines.ts';
import { policy, principals } from './authorization-policy.ts';
import { bodies, places, queries, strays } from './authorization-requests.ts';

const SLOW_MS = 900_000;
/** Not to be opened; 400 is a door that one may stand before with the wrong key. */
const CLOSED: readonly number[] = [401, 403, 404];
/** Whose files staff open is recorded: the one reading that writes. */
const RECORDED = 'GET /api/staff/disputes/:id/files/:fileId';
const NOBODY = '01a20226-532a-7d47-83dc-088687511d2e';
/** Under these names Nest keeps what `@Controller` and `@Get` say. */
const PATH = 'path';
const METHOD = 'method';

type Principal = (typeof principals)[number];

const lines = linesOf(policy);
/** One line of each route is enough to ask it about something else. */
const routes = lines.filter(({ route }, place) => lines.findIndex((line) => line.route === route) === place);
/** Of staff all clients are the others. */
const around = principals.filter((who) => !who.startsWith('other') && who !== 'staff');

let world: TwoClients;
let arranged: Snapshot;
let asked = 0;

beforeAll(async () => {
  world = await TwoClients.begin();
  arranged = await Snapshot.take(world.owner);
}, SLOW_MS);
afterAll(async () => {
  const size = `${routes.length} routes, ${lines.length} lines x ${principals.length} principals`;
  process.stdout.write(`authorization matrix: ${size}, ${asked} requests\n`);
  await arranged.drop();
  await world.end();
});

test('every route of the api has its line, and every line its route', () => {
  expect(routes.map(({ route }) => route).toSorted()).toEqual(routesOfControllers().toSorted());
  expect(lines.filter(({ answers }) => answers.length !== principals.length)).toEqual([]);
});

test(
  'everybody is answered as the policy says, and a refusal does nothing',
  async () => {
    const wrong: string[] = [];
    for (const line of lines) {
      const [refused, done] = parted(principals, (who) => (expected(line, who) ?? 0) >= 400);
      for (const who of refused) wrong.push(...(await compare(line, who)));
      wrong.push(...(await whatChanged(`a refused ${line.route} on ${line.thing}`)));
      for (const who of done) {
        wrong.push(...(await compare(line, who)));
        if (line.method !== 'GET' || line.route === RECORDED) await arranged.restore();
      }
      if (line.method === 'GET') wrong.push(...(await whatChanged(`${line.route} on ${line.thing}`)));
    }
    expect(wrong).toEqual([]);
  },
  SLOW_MS,
);

test(
  "another client's things are answered as if they did not exist, in an address and in a body",
  async () => {
    const told: string[] = [];
    for (const line of routes.filter(({ thing, route }) => thing !== '-' && route !== 'GET /api/assistants/:id')) {
      for (const who of around) {
        const [theirs, nothing] = [await ask(line, who, world.theirs[line.thing]), await ask(line, who, NOBODY)];
        if (theirs.status < 401 || theirs.status !== nothing.status || theirs.code !== nothing.code) {
          told.push(`${line.route} on their ${line.thing} as ${who}: ${theirs.status} ${theirs.code}`);
        }
      }
    }
    for (const { method, path, body } of strays(world.ours, world.theirs, NOBODY)) {
      for (const who of around) {
        const { status, code } = await send(method, path, who, body);
        if (![401, 403, 404].includes(status)) told.push(`${method} ${path} as ${who}: ${status} ${code}`);
      }
    }
    expect([...told, ...(await whatChanged('a foreign id'))]).toEqual([]);
  },
  SLOW_MS,
);

test('what somebody may not open, no other answer shows them', async () => {
  const shown: string[] = [];
  for (const who of principals) {
    const hidden = hiddenFrom(who);
    for (const line of lines.filter(({ method }) => method === 'GET')) {
      if (line.path.startsWith('/api/staff/')) continue; // They see it all.
      if (line.path === '/api/matching-briefs' || (expected(line, who) ?? 0) >= 400) continue; // Briefs are posted for all assistants to find.
      const { text } = await ask(line, who, world.ours[line.thing]);
      shown.push(...hidden.filter(([, id]) => text.includes(id)).map(([name]) => `${line.route} shows ${who} ${name}`));
    }
  }
  expect(shown).toEqual([]);
});

test(
  'written another way, an address answers the same or is none',
  async () => {
    const variants: ((line: Line) => Partial<Line> & { headers?: Record<string, string> })[] = [
      ({ path }) => ({ path: `${path}/` }),
      ({ path }) => ({ path: `/${path}` }),
      ({ path }) => ({ path: path.replace('/api/', '/api//') }),
      ({ path }) => ({ path: path.replace('/api/', '/api%2F') }),
      ({ path }) => ({ path: path.replace('/api/', '/API/') }),
      ({ method }) => (method === 'GET' ? { method: 'HEAD' } : { headers: { 'x-http-method-override': 'GET' } }),
      () => ({ headers: { 'x-http-method-override': 'DELETE' } }),
    ];
    const odd: string[] = [];
    for (const line of routes) {
      for (const who of ['anonymous', 'viewer', 'suspended', 'other assistant'] as const) {
        const plain = expected(line, who);
        if (line.method !== 'GET' && (plain ?? 0) < 400) continue; // Done once, in the matrix.
        for (const variant of variants) {
          const { headers, ...over } = variant(line);
          const { status } = await ask({ ...line, ...over }, who, world.ours[line.thing], headers);
          if (status !== plain && status !== 404)
            odd.push(`${over.method ?? line.method} ${over.path ?? line.path} as ${who}: ${status}`);
        }
      }
    }
    expect([...odd, ...(await whatChanged('a variant'))]).toEqual([]);
  },
  SLOW_MS,
);

const expected = (line: Line, who: Principal) => line.answers[principals.indexOf(who)];

async function compare(line: Line, who: Principal): Promise<string[]> {
  const { status, code } = await ask(line, who, world.ours[line.thing]);
  if (status === expected(line, who)) return [];
  return [`${line.route} on ${line.thing} as ${who}: ${status} ${code}, not ${expected(line, who)}`];
}

/** Empty while the rows are those that were arranged; else says so, and puts them back. */
async function whatChanged(by: string): Promise<string[]> {
  const changed = await arranged.changed([TRIES]);
  if (changed.length > 0) await arranged.restore();
  return changed.map((table) => `${by} wrote to ${table}`);
}

/** The one client's things that the policy does not let them open, and all of the other's; for those the other way round. */
function hiddenFrom(who: Principal): [string, string][] {
  const foreign = who.startsWith('other') ? world.ours : world.theirs;
  const isOpenToAll = (name: string) => name === 'assistant';
  const closed = lines.filter(
    (line) =>
      line.method === 'GET' &&
      line.path.includes(':id') &&
      line.thing !== '-' &&
      !line.path.startsWith('/api/staff/') && // Closed, and about what is open elsewhere.
      line.thing !== 'business' &&
      !isOpenToAll(line.thing) &&
      CLOSED.includes(expected(line, who) ?? 0),
  );
  return [
    ...Object.entries(foreign).filter(([name]) => !isOpenToAll(name)),
    ...closed.map(({ thing }): [string, string] => [thing, world.ours[thing] ?? '']),
  ];
}

function ask({ method, path, route }: Line, who: Principal, id = '', headers: Record<string, string> = {}) {
  const name = route.replace('/api/', '/');
  const address =
    path.replace(/:\w+/g, (place) => (place === ':id' ? id : (world.ours[places[place] ?? ''] ?? NOBODY))) +
    (queries[name]?.(id) ?? '');
  return send(method, address, who, bodies[name]?.(id, world.ours), headers);
}

function send(method: string, path: string, who: Principal, body?: object, headers: Record<string, string> = {}) {
  asked += 1;
  return world.ask({ method, path, cookie: world.people.get(who), body, headers });
}

/** As Nest's metadata has them: a controller that nobody remembered is among them. */
function routesOfControllers(): string[] {
  const controllers = [...world.app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const base = String(Reflect.getMetadata(PATH, metatype));
    const handlers = Object.values(Object.getOwnPropertyDescriptors(metatype.prototype as object));
    return handlers.flatMap(({ value }: PropertyDescriptor) => {
      if (typeof value !== 'function' || !Reflect.hasMetadata(METHOD, value)) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD, value) as RequestMethod];
      const parts = [base, String(Reflect.getMetadata(PATH, value))].map((part) => part.replace(/^\/|\/$/g, ''));
      const path = parts.filter((part) => part !== '').join('/');
      return [`${method} ${path === 'healthz' ? '' : '/api'}/${path}`];
    });
  });
}

function parted<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
