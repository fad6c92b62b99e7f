// What every command of Kontor does first: install what is missing, build what is stale, go on with the pinned Node.
// Plain JavaScript for Node 20.19, and nothing from node_modules: this runs before there is any. It talks on stderr
// alone, since stdout belongs to the command.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const modules = join(root, 'node_modules');
const pinnedNode = join(modules, 'node/bin/node');

/** Runs `work` after installing, and building what it needs, with a friendly end on failure. */
export async function bootstrapped(work, { parts = ['server', 'web'] } = {}) {
  try {
    process.chdir(root);
    await alone(async () => {
      if (!installed()) install();
      if (!runs(pinnedNode)) installPinnedNode();
      for (const part of parts) buildIfStale(part);
    });
    await work();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    if (error.message) say(error.message);
    process.exitCode = error.exitCode;
  }
}

/** Runs a script under the pinned Node until it ends, and takes over its exit code. Signals are the script's affair. */
export function run(script, args = [], { env = {}, nodeArgs = [] } = {}) {
  return new Promise((ended) => {
    // The channel closes when we die, however we die: a command may listen for that.
    const child = spawn(node(), [...nodeArgs, script, ...args], {
      cwd: root,
      env: { ...process.env, PATH: pathWithPinnedNode(), ...env },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    // The terminal sends Ctrl-C to everybody in its group, so to the child as well; a kill reaches us alone.
    process.on('SIGINT', () => {});
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    const orphaned = watchForOrphaning(() => child.kill('SIGTERM'));
    child.on('error', (error) => {
      say(`${script} could not be started: ${error.message}`);
      ended(1);
    });
    child.on('exit', (code, signal) => {
      clearInterval(orphaned);
      ended(code ?? 128 + constants.signals[signal]);
    });
  }).then((code) => {
    process.exitCode = code;
    return code;
  });
}

/** A tool of node_modules, by its package's command name: `tool('prettier')`. */
export function tool(name) {
  return join(modules, '.bin', name);
}

export function say(text) {
  process.stderr.write(`${text}\n`);
}

class Stopped extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

// --- installing

function installed() {
  if (!existsSync(join(modules, '.package-lock.json'))) return false;
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = join(modules, '.kontor-lock');
  const digest = sha256(lock);
  if (readIfThere(stamp) === digest) return true;
  if (!sameAsLock(JSON.parse(lock))) return false;
  writeFileSync(stamp, digest);
  return true;
}

/** node_modules may have been filled by hand (npm ci, npm install): compare what is there with what should be. */
function sameAsLock({ packages: wanted }) {
  const { packages: present } = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8'));
  return Object.entries(wanted).every(([path, { version, integrity, optional, link }]) => {
    if (path === '' || link) return true;
    if (!(path in present)) return optional === true || wanted[path].devOptional === true || wanted[path].peer === true;
    return present[path].version === version && present[path].integrity === integrity;
  });
}

function install() {
  say('Installing what is missing (npm ci, about a minute the first time) ...');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  // npm ci deletes node_modules, so it must not run on the Node that lives there.
  const status =
    npm && /\.c?js$/.test(npm) && existsSync(npm)
      ? attempt(nodeOutsideModules(), [npm, ...args])
      : attempt('npm', args);
  if (status !== 0) throw new Stopped(status > 128 ? '' : 'npm ci failed: see above.', status);
  writeFileSync(join(modules, '.kontor-lock'), sha256(readFileSync(join(root, 'package-lock.json'), 'utf8')));
}

function installPinnedNode() {
  const folder = join(modules, 'node');
  const script = join(folder, 'installArchSpecificPackage.js');
  if (!existsSync(script)) return;
  say('Installing the pinned Node (npm was told to ignore install scripts) ...');
  attempt(process.execPath, [script], { cwd: folder });
  const link = join(modules, '.bin/node');
  if (existsSync(pinnedNode) && !existsSync(link)) symlinkSync('../node/bin/node', link);
}

/** The pinned Node, or ours if it is new enough. */
function node() {
  if (runs(pinnedNode)) return pinnedNode;
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.node;
  if (Number(process.versions.node.split('.')[0]) >= Number(wanted.split('.')[0])) return process.execPath;
  throw new Stopped(
    `Kontor runs on Node ${wanted}, which npm could not install for ${process.platform}/${process.arch}; ` +
      `this is Node ${process.versions.node}. Install Node ${wanted} yourself and run the command again.`,
  );
}

function runs(binary) {
  return existsSync(binary) && spawnSync(binary, ['--version'], { stdio: 'ignore' }).status === 0;
}

function nodeOutsideModules() {
  const outside = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !resolve(folder).startsWith(modules + sep));
  return outside.map((folder) => join(folder, 'node')).find((file) => existsSync(file)) ?? process.execPath;
}

function pathWithPinnedNode() {
  const bin = join(modules, '.bin');
  return [bin, ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== bin)].join(delimiter);
}

// --- building

const sourcesOf = {
  server: {
    paths: ['apps', 'libs', 'test', 'apps/kontor/build.mjs', 'package-lock.json'],
    belongs: (path) => !path.startsWith('apps/web/'),
  },
  web: { paths: ['apps/web', 'libs/wire', 'libs/kernel', 'package-lock.json'], belongs: () => true },
};

/** By the content of its sources: a checkout of another branch changes that, and a touched file does not. */
function buildIfStale(part) {
  const { paths, belongs } = sourcesOf[part];
  const stamp = join(root, 'dist', `.${part}`);
  const digest = digestOf(paths, belongs);
  if (readIfThere(stamp) === digest) return;
  const env = { ...process.env, PATH: pathWithPinnedNode() };
  const status = attempt(node(), ['apps/kontor/build.mjs', part], { env });
  if (status !== 0) throw new Stopped(status > 128 ? '' : `The ${part} part could not be built: see above.`, status);
  writeFileSync(stamp, digest);
}

function digestOf(sources, belongs) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesIn(source)).filter(belongs)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .filter((name) => name !== 'node_modules' && name !== 'dist' && !name.startsWith('.') && !name.endsWith('.spec.ts'))
    .flatMap((name) => filesIn(`${path}/${name}`));
}

// --- one at a time

/** Two commands started at once must not install or build over each other: the second waits for the first. */
async function alone(work) {
  const file = join(root, '.kontor/bootstrap.lock');
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; !claimed(file); told = true) {
    if (!told) say('Another command of this checkout is installing or building: waiting for it ...');
    await new Promise((waited) => setTimeout(waited, 200));
  }
  const release = () => rmSync(file, { force: true });
  process.on('exit', release);
  try {
    await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

function claimed(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!alive(Number(readIfThere(file)))) rmSync(file, { force: true });
    return false;
  }
}

function alive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

// --- small change

/** Runs to the end, its stdout on our stderr. The exit code; 128 and the signal's number when a signal ended it. */
function attempt(command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (error) say(error.message);
  return status ?? (signal ? 128 + constants.signals[signal] : 1);
}

/** npm killed with -9 cannot tell us: our parent's number changes instead, or that of the shell between npm and us. */
function watchForOrphaning(stop) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const line = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const before = line();
  return setInterval(() => line() !== before && stop(), 1000).unref();
}

/** Known where there is a /proc. */
function parentOf(pid) {
  return /\) \S (\d+)/.exec(readIfThere(`/proc/${pid}/stat`))?.[1];
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}
