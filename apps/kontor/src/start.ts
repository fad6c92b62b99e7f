// npm start: Kontor and all that it stands on, as one tree of processes with one way to end.
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { Lifetime } from './launcher/lifetime.ts';
import { onlyOne } from './launcher/only-one.ts';
import { assertFree, chosenPorts } from './launcher/ports.ts';
import { runToEnd } from './launcher/run-to-end.ts';
import { type Secrets, secretsIn } from './launcher/secrets.ts';
import { emptyDatabase, type SeedingState, seedingState } from './launcher/seeding.ts';
import { Service } from './launcher/service.ts';
import { type Addresses, appSettings, emulatorSettings } from './launcher/settings.ts';
import { welcome } from './launcher/welcome.ts';
import { startMailSink } from './mail/mail-sink.ts';
import { startEmbeddedPostgres } from './postgres/embedded-postgres.ts';

const STATE = '.kontor';
const DEFAULT_PORT = 4280;
const stripeFile = join(STATE, 'stripe.db');

const lifetime = new Lifetime();
// Compiled code is kept between starts: a fifth less work for each process.
const env: NodeJS.ProcessEnv = { NODE_COMPILE_CACHE: resolve(STATE, 'compile-cache'), ...process.env };
const say = (line: string) => void process.stdout.write(`${line}\n`);

endOnSignals();
try {
  await start();
} catch (error) {
  if (!lifetime.over) process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
  await end();
}

async function start(): Promise<void> {
  const began = Date.now();
  mkdirSync(STATE, { recursive: true, mode: 0o700 });
  const letGo = await onlyOne(join(STATE, 'running.sock'));
  if (!letGo)
    throw new Error('Kontor is running from this folder already: stop that one first (Ctrl-C in its terminal).');
  lifetime.onEnd(letGo);
  const publicPort = publicPortFrom(env.KONTOR_PORT);
  await assertFree(publicPort);
  const ports = await chosenPorts(join(STATE, 'ports.json'), ['worker', 'stripe', 'smtp', 'mail']);
  const secrets = secretsIn(join(STATE, 'secrets.json'));
  const databaseUrl = await reachDatabase();
  const addresses: Addresses = { databaseUrl, publicPort, ports };
  const settings = appSettings(addresses, secrets, env);
  const seeding = await seedingOf(databaseUrl);

  const local = !env.STRIPE_SECRET_KEY;
  const prepared = runToEnd(lifetime, {
    script: 'dist/apps/kontor/src/launcher/prepare.js',
    // No demo market at the real Stripe: its people and cards exist only at the local one.
    args: [databaseUrl, ...(local ? [stripeFile] : [])],
    env: { ...env, SECRETS_KEY: settings.SECRETS_KEY, TMPDIR: emptyFolder(join(STATE, 'tmp')) },
    say,
  });
  if (seeding === 'new') await prepared; // Until then the local Stripe's state belongs to the demo market.
  await Promise.all([prepared, mailSink(addresses, secrets), local && localStripe(addresses, secrets)]);
  await Promise.all([
    service({ name: 'api', app: 'api', env: settings, health: `http://127.0.0.1:${publicPort}/healthz` }),
    service({ name: 'worker', app: 'worker', env: settings, health: `http://127.0.0.1:${ports.worker}/healthz` }),
  ]);
  if (!lifetime.over)
    say(
      welcome(addresses, {
        localStripe: local,
        demoMarket: local && seeding !== 'foreign',
        tookMs: Date.now() - began,
      }),
    );
}

/** DATABASE_URL, or a PostgreSQL of our own. */
async function reachDatabase(): Promise<string> {
  if (env.DATABASE_URL) return env.DATABASE_URL;
  const postgres = await startEmbeddedPostgres({ folder: join(STATE, 'postgres'), database: 'kontor' });
  lifetime.onEnd(() => postgres.stop());
  return postgres.url;
}

/** A first start that was cut short left half a market: it begins anew, unless the database is somebody else's. */
async function seedingOf(databaseUrl: string): Promise<SeedingState> {
  const state = await seedingState(databaseUrl);
  if (state !== 'begun') return state;
  if (env.DATABASE_URL) throw new Error('The demo market of this DATABASE_URL is half made: give an empty database.');
  await emptyDatabase(databaseUrl);
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(stripeFile + part, { force: true });
  return 'new';
}

async function mailSink({ ports }: Addresses, { smtpPassword }: Secrets): Promise<void> {
  const mail = await startMailSink({
    folder: join(STATE, 'mail'),
    smtpPort: ports.smtp,
    webPort: ports.mail,
    login: { user: 'kontor', password: smtpPassword },
  });
  lifetime.onEnd(() => mail.stop());
}

function localStripe(addresses: Addresses, secrets: Secrets): Promise<void> {
  return service({
    name: 'local Stripe',
    app: 'stripe-emulator',
    env: emulatorSettings(addresses, secrets, stripeFile, env),
    health: `http://127.0.0.1:${addresses.ports.stripe}/`,
    anyAnswer: true,
  });
}

interface Part {
  name: string;
  /** Its folder under apps/. */
  app: string;
  env: Record<string, string | undefined>;
  health: string;
  anyAnswer?: boolean;
}

async function service({ app, ...part }: Part): Promise<void> {
  if (lifetime.over) return;
  const log = join(STATE, 'log', `${app}.log`);
  const child = new Service({ ...part, script: `dist/apps/${app}/src/main.js`, log, say });
  lifetime.onEnd(
    () => child.stop(),
    () => child.hurry(),
  );
  await child.start();
}

function emptyFolder(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return resolve(folder);
}

function publicPortFrom(given: string | undefined): number {
  const port = Number(given ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`KONTOR_PORT is no port number: ${given}`);
  return port;
}

/** Ctrl-C, a kill, a closed terminal, or the death of the npm that started us. A second Ctrl-C waits for nobody. */
function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
  process.on('disconnect', () => void end());
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined); // The terminal is gone.
}

async function end(): Promise<void> {
  if (lifetime.over) lifetime.hurry();
  await lifetime.end();
  process.exit();
}
