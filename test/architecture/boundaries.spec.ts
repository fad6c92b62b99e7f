import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { code, foldersIn, importsOf, linesWhere, root, type Source, sourcesIn } from './sources.ts';

const foundations = ['kernel', 'wire', 'config', 'database', 'delivery', 'stripe', 'audit'];

/** What each lib may import. Adding an edge is a reviewed diff of one word. */
const libs: Record<string, readonly string[]> = {
  kernel: [],
  wire: ['kernel'],
  config: ['kernel'],
  database: ['kernel', 'config'],
  delivery: ['kernel', 'config', 'database'],
  stripe: ['kernel', 'config', 'database'],
  // Bytes that people bring or Kontor makes, and how a PDF is written.
  files: ['kernel', 'config', 'database'],
  // Append-only and told by call: it knows nobody, and whoever decides something may know it.
  audit: ['kernel', 'database'],
  identity: foundations,
  profiles: foundations,
  hiring: [...foundations, 'profiles'],
  matching: [...foundations, 'profiles', 'hiring'],
  timelog: [...foundations, 'profiles', 'hiring'],
  ledger: ['kernel', 'database'],
  billing: [...foundations, 'files', 'profiles', 'hiring', 'timelog', 'ledger'],
  payouts: [...foundations, 'files', 'profiles', 'ledger', 'billing'],
  disputes: [...foundations, 'files', 'hiring', 'timelog', 'billing', 'ledger', 'payouts'],
  messaging: [...foundations, 'hiring'],
  documents: [...foundations, 'hiring'],
  tasks: [...foundations, 'hiring'],
  reviews: [...foundations, 'hiring'],
  // The staff's console: it reads and holds what every lib owns, and nobody but the apps knows it.
  staff: [...foundations, ...['identity', 'profiles', 'hiring', 'timelog', 'ledger', 'billing', 'payouts']],
  // What somebody may see and is called so: by the names of tables, as their own lists show them.
  search: foundations,
  // What is held on a person, whoever holds it: by the names of tables, so that it calls few.
  privacy: [...foundations, 'audit', 'files', 'identity'],
  // A leaf: it knows everybody's events, and nobody knows it.
  notifications: [
    ...foundations,
    ...['identity', 'profiles', 'hiring', 'matching', 'timelog', 'ledger', 'billing', 'payouts', 'disputes'],
    ...['messaging', 'documents', 'tasks', 'reviews'],
    'privacy',
  ],
};

/** What each app may import: libs by name, another app by `apps/name`. */
const apps: Record<string, readonly string[]> = {
  api: Object.keys(libs),
  worker: Object.keys(libs),
  web: ['kernel', 'wire'],
  'stripe-emulator': [],
  kontor: [...Object.keys(libs), 'apps/api', 'apps/worker', 'apps/stripe-emulator'],
};

const houses = [
  ...foldersIn('libs').map((name) => ({ house: `libs/${name}`, allowed: libs[name] })),
  ...foldersIn('apps').map((name) => ({ house: `apps/${name}`, allowed: apps[name] })),
];

test('the table has no circle', () => {
  const below = (lib: string, path: string[]): string[][] =>
    path.includes(lib) ? [[...path, lib]] : (libs[lib] ?? []).flatMap((next) => below(next, [...path, lib]));
  expect(Object.keys(libs).flatMap((lib) => below(lib, []))).toEqual([]);
});

describe.each(houses)('$house', ({ house, allowed }) => {
  const sources = sourcesIn(house);

  test('is in the table', () => {
    expect(allowed).toBeDefined();
  });

  test('imports only what the table allows', () => {
    const strangers = sources.flatMap((source) =>
      importsOf(source)
        .flatMap((specifier) => ownersOf(source, specifier))
        .filter((owner) => `libs/${owner}` !== house && owner !== house && !allowed?.includes(owner))
        .map((owner) => `${source.path} imports ${owner}`),
    );
    expect(strangers).toEqual([]);
  });
});

test('a lib is entered by its one door, and wire by one door a feature', () => {
  const every = sourcesIn('libs', 'apps', 'test');
  const sideDoors = every.flatMap((source) =>
    importsOf(source)
      .filter((specifier) =>
        specifier.startsWith('@app/') ? !isDoor(specifier) : entersLibSideways(source, specifier),
      )
      .map((specifier) => `${source.path} imports ${specifier}`),
  );
  expect(sideDoors).toEqual([]);
});

test('only the gateway and the local Stripe know the package stripe', () => {
  const others = sourcesIn('libs', 'apps').filter(({ path }) => !/^(libs\/stripe|apps\/stripe-emulator)\//.test(path));
  const knowing = others.filter((source) => importsOf(source).some((specifier) => /^stripe(\/|$)/.test(specifier)));
  expect(knowing.map(({ path }) => path)).toEqual([]);
});

test('libs speak no HTTP', () => {
  const http = /^(express|fastify|@fastify\/.*|passport.*|@nestjs\/(platform-.*|passport|swagger)|node:https?|undici)$/;
  const speaking = sourcesIn('libs').flatMap((source) =>
    importsOf(source)
      .filter((specifier) => http.test(specifier))
      .map((specifier) => `${source.path} imports ${specifier}`),
  );
  expect(speaking).toEqual([]);
});

test('libs set no timers', () => {
  const timers = /\b(setTimeout|setInterval|setImmediate)\(|from 'node:timers'/;
  expect(linesWhere(sourcesIn('libs'), (line) => timers.test(code(line)))).toEqual([]);
});

test('the environment is read by processes, never by libs or by what an api route does', () => {
  const readers = /^apps\/(kontor|stripe-emulator)\/|^apps\/(api|worker)\/src\/main\.ts$|^libs\/config\//;
  const others = sourcesIn('libs', 'apps').filter(({ path }) => !readers.test(path));
  expect(linesWhere(others, (line) => /\bprocess\.env\b/.test(code(line)))).toEqual([]);
});

/** The lib (`hiring`) or app (`apps/api`) that a specifier leads to; nobody of ours for a package. */
function ownersOf(source: Source, specifier: string): string[] {
  if (specifier.startsWith('@app/')) return [specifier.split('/')[1] ?? ''];
  if (!specifier.startsWith('.')) return [];
  const [kind, name] = join(source.path, '..', specifier).split('/');
  return [kind === 'libs' ? (name ?? '') : `${kind}/${name}`];
}

function isDoor(specifier: string): boolean {
  const [, lib, feature, ...deeper] = specifier.split('/');
  if (feature === undefined) return existsSync(join(root, `libs/${lib}/src/index.ts`));
  return lib === 'wire' && deeper.length === 0 && existsSync(join(root, `libs/wire/src/${feature}.ts`));
}

function entersLibSideways(source: Source, specifier: string): boolean {
  if (!specifier.startsWith('.')) return false;
  const target = join(source.path, '..', specifier).split('/').slice(0, 2).join('/');
  return target.startsWith('libs/') && !source.path.startsWith(`${target}/`);
}
