import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Client } from 'pg';

import { postgresBinary, postgresPackage, prepareBinaries } from './binaries.ts';
import { initialiseDataFolder } from './data-folder.ts';
import { freePort } from './free-port.ts';
import { guardServer } from './guard.ts';
import { isPostgres, runningServer } from './pid-file.ts';
import { runAs, serverAccount, type ServerCommand } from './server-account.ts';

export interface EmbeddedPostgresOptions {
  /** Holds the cluster in `data/`, its password and its log. Made when missing. */
  folder: string;
  /** Made when missing. */
  database: string;
  /** Server settings on top of ours. */
  settings?: Record<string, string>;
  /** Delete the folder when this process dies. */
  throwAway?: boolean;
  /** A server that runs already belongs to somebody else: use it, and let it run on. */
  borrow?: boolean;
}

export interface EmbeddedPostgres {
  url: string;
  /** It was running already: somebody's kill -9 left it behind. */
  reused: boolean;
  stop(): Promise<void>;
}

const USER = 'kontor';
const ATTEMPTS = 40;
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 20_000;

/** Starts PostgreSQL from its npm package on a free loopback port, or takes over the one that holds the folder. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder);
  const dataFolder = join(folder, 'data');
  mkdirSync(folder, { recursive: true });
  const root = postgresPackage();
  prepareBinaries(root);
  const account = serverAccount();
  const as = runAs(account, [root, folder]);
  const login = { user: USER, password: passwordIn(folder) };
  initialiseDataFolder(dataFolder, login, account, (args) => as(postgresBinary(root, 'initdb'), args));

  const running = await answering(runningServer(dataFolder), login);
  const server =
    running ??
    (await startServer(folder, options.settings ?? {}, login, (args) => as(postgresBinary(root, 'postgres'), args)));
  const borrowed = running !== undefined && options.borrow === true;
  const release = borrowed ? () => undefined : guardServer(server.pid, options.throwAway ? folder : '');
  await ensureDatabase(server.port, login, options.database);

  let stopping: Promise<void> | undefined;
  return {
    url: `postgres://${login.user}:${login.password}@127.0.0.1:${server.port}/${options.database}`,
    reused: running !== undefined,
    stop: () => (stopping ??= borrowed ? Promise.resolve() : stopServer(server.pid).then(release)),
  };
}

type Login = { user: string; password: string };
type Server = { pid: number; port: number };

function passwordIn(folder: string): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

async function answering(server: Server | undefined, login: Login): Promise<Server | undefined> {
  return server && (await answers(server.port, login)) ? server : undefined;
}

async function startServer(
  folder: string,
  settings: Record<string, string>,
  login: Login,
  postgres: (args: string[]) => ServerCommand,
): Promise<Server> {
  const log = join(folder, 'postgres.log');
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const pid = await launch(postgres(serverArguments(join(folder, 'data'), port, settings)), log, port, login);
    if (pid !== undefined) return { pid, port };
    const lastWords = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-4).join('\n');
    // Backends of a killed server hold its memory for a moment; a port may be taken between probe and bind.
    if (
      attempt === ATTEMPTS ||
      !/already exists|still in use|being used|could not bind|already in use/.test(lastWords)
    ) {
      throw new Error(`PostgreSQL did not start:\n${lastWords}\n(see ${log})`);
    }
    await sleep(500);
  }
}

function serverArguments(dataFolder: string, port: number, settings: Record<string, string>): string[] {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    max_wal_size: '1GB', // Recovery after kill -9 takes as long as the log since the last checkpoint is.
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  return [
    '-D',
    dataFolder,
    '-p',
    String(port),
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** The process id once the server answers; undefined when it died instead. */
async function launch(
  { command, args, options }: ServerCommand,
  log: string,
  port: number,
  login: Login,
): Promise<number | undefined> {
  const output = openSync(log, 'a', 0o600);
  const env = { ...process.env, LC_ALL: 'C', LANG: 'C' };
  // Detached: Ctrl-C goes to our process group, and the server must outlive those who still write to it.
  const child = spawn(command, args, { ...options, cwd: '/', env, detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  const life = watch(child);
  child.unref();
  for (const deadline = Date.now() + START_TIMEOUT_MS; !life.ended && Date.now() < deadline; await sleep(20)) {
    if (await answers(port, login)) return life.ended ? undefined : child.pid;
  }
  child.kill('SIGQUIT');
  return undefined;
}

function watch(child: ChildProcess): { ended: boolean } {
  const life = { ended: false };
  child.once('exit', () => (life.ended = true));
  child.once('error', () => (life.ended = true));
  return life;
}

async function answers(port: number, login: Login): Promise<boolean> {
  const client = new Client({ host: '127.0.0.1', port, ...login, database: 'postgres', connectionTimeoutMillis: 1000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(port: number, login: Login, database: string): Promise<void> {
  const client = new Client({ host: '127.0.0.1', port, ...login, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

async function stopServer(pid: number): Promise<void> {
  if (!isPostgres(pid)) return;
  process.kill(pid, 'SIGINT'); // PostgreSQL's fast shutdown: sessions are cut off, nothing is lost.
  for (const deadline = Date.now() + STOP_TIMEOUT_MS; isPostgres(pid); await sleep(10)) {
    if (Date.now() > deadline) return void process.kill(pid, 'SIGQUIT');
  }
}
