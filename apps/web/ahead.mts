import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import type { Plugin, Rolldown } from 'vite';

const SOURCE = new URL('ahead.js', import.meta.url);
const WORDS = ['en', 'nb', 'sv'] as const;
/** The code of each room, of the screen that one begins with in it, and of the doors. */
const CODE: Readonly<Record<string, string>> = {
  '/': 'routes/landing.tsx',
  '/sign-in': 'routes/sign-in.tsx',
  '/register': 'routes/register.tsx',
  '/hire/*': 'routes/hire/hire.tsx',
  '/hire': 'routes/hire/this-week.tsx',
  '/assist/*': 'routes/assist/assist.tsx',
  '/assist': 'routes/assist/today.tsx',
  '/settings/*': 'routes/settings/settings.tsx',
  '/staff/*': 'routes/staff/staff.tsx',
  '/staff': 'routes/staff/queue.tsx',
};
/** Of what waits for somebody. */
const WAITING = ['/api/contracts', '/api/disputes', '/api/entry-queries'];
/** What they ask first, word for word. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  '/hire/*': ['/api/me', '/api/notifications'],
  '/assist/*': ['/api/me', '/api/notifications'],
  '/settings/*': ['/api/me'],
  '/staff/*': ['/api/me'],
  '/hire': ['/api/weeks?which=current', '/api/weeks?which=past', '/api/invoices', ...WAITING],
  '/assist': ['/api/weeks?which=current', '/api/timer', '/api/payee', '/api/assistant-profile', ...WAITING],
};
const FONT = /hanken-grotesk-latin-(?!ext)[^/]*\.woff2$/;

/** Has the first screen's words, code, font and answers asked for at once, and not one when the other has come. */
export function ahead(): Plugin {
  return {
    name: 'ahead',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const html = bundle['index.html'];
        if (html?.type !== 'asset') throw new Error('There is no index.html to write into');
        const page = String(html.source);
        const filesOf = (module: string) => filesFor(bundle, module).filter((file) => !page.includes(file));
        const table = {
          WORDS: Object.fromEntries(WORDS.map((language) => [language, filesOf(`i18n/${language}.ts`)])),
          CODE: Object.fromEntries(Object.entries(CODE).map(([address, module]) => [address, filesOf(module)])),
          ANSWERS,
        };
        const head = Object.entries(table).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`);
        const source = head.join('') + readFileSync(SOURCE, 'utf8');
        const fileName = `assets/ahead-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`;
        this.emitFile({ type: 'asset', fileName, source });
        const font = Object.keys(bundle).find((file) => FONT.test(file));
        html.source = page.replace(
          '<script type="module"',
          // Not async: it would wait for the entry to be run, and asking takes no time.
          `<script src="/${fileName}"></script>\n    ` +
            `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${font}">\n    <script type="module"`,
        );
      },
    },
  };
}

/** The chunk of a module that is imported when it is wanted, with all that it needs. */
function filesFor(bundle: Rolldown.OutputBundle, module: string): string[] {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const first = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`apps/web/src/${module}`));
  if (!first) throw new Error(`${module} has no chunk of its own`);
  const files = new Set([first.fileName]);
  for (const file of files)
    for (const needed of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) files.add(needed);
  return [...files].map((file) => `/${file}`);
}
