import { execFile, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

export interface Browser {
  executablePath: string;
  args: string[];
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const PLAYWRIGHT_CACHES = ['.cache/ms-playwright', 'Library/Caches/ms-playwright'];

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A Chromium for browser tests: one of this machine, else the one inside an npm package, else (as root on Debian)
 * the system's package. Throws, saying what to install, when none of them runs.
 */
export async function findChromium(): Promise<Browser> {
  const flags = process.getuid?.() === 0 ? ['--no-sandbox', ...FLAGS] : FLAGS;
  const installed = await firstThatRuns(places());
  if (installed) return { executablePath: installed, args: flags };
  const packaged = await firstThatRuns(await packagedChromium());
  if (packaged)
    return { executablePath: packaged, args: ['--no-sandbox', '--no-zygote', '--in-process-gpu', ...FLAGS] };
  const fromSystem = await firstThatRuns(await debianChromium());
  if (fromSystem) return { executablePath: fromSystem, args: flags };
  throw new Error(
    'Browser tests need a Chromium, and none runs here. Install Chromium or Google Chrome (Debian: apt-get install ' +
      'chromium; macOS: brew install --cask chromium), or name one with CHROME_PATH=/path/to/chrome.',
  );
}

function places(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [
    ...(process.env.CHROME_PATH ? [process.env.CHROME_PATH] : []),
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...PLACES,
    ...PLAYWRIGHT_CACHES.flatMap((cache) =>
      globSync(join(homedir(), cache, 'chromium-*/chrome-*/{chrome,*.app/Contents/MacOS/*}')),
    ),
  ];
}

/** Unpacked once into this checkout: the package's own place, the temporary folder, belongs to whoever came first. */
async function packagedChromium(): Promise<string[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const folder = resolve('.kontor/chromium');
  if (!existsSync(folder)) await unpackTo(folder).catch(() => undefined);
  return [join(folder, 'chromium')];
}

async function unpackTo(folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const script = `await (await import('@sparticuz/chromium')).default.executablePath()`;
  // A process of its own, since the package unpacks to the temporary folder and nowhere else.
  const env = { ...process.env, TMPDIR: draft, NODE_OPTIONS: '' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env });
  renameSync(draft, folder);
}

async function debianChromium(): Promise<string[]> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return [];
  process.stderr.write('No Chromium runs here: installing the one of this Debian ...\n');
  for (let attempt = 1; attempt <= 3; attempt++) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args: string[]) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 2] }).status === 0;
    if (apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')) break;
    await sleep(5_000); // The other Jest worker may be installing it at this moment.
  }
  return places();
}

async function firstThatRuns(candidates: string[]): Promise<string | undefined> {
  for (const candidate of candidates.filter((path) => existsSync(path))) {
    try {
      await promisify(execFile)(candidate, ['--version', '--no-sandbox'], { timeout: 20_000 });
      return candidate;
    } catch {}
  }
  return undefined;
}
