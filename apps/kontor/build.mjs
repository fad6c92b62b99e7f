// Turns the sources into dist/, which mirrors the source tree: `node apps/kontor/build.mjs server|web`.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { transformFile } from '@swc/core';

const root = resolve(import.meta.dirname, '../..');
const SOURCES = ['libs', 'apps/api', 'apps/worker', 'apps/stripe-emulator', 'apps/kontor', 'test'];
/** What the code reads at run time from beside itself. */
const ASSETS = /\.(sql|txt|css|csv|json|html|svg|ttf|woff2|hbs|mjml)$/;

const swc = {
  swcrc: false,
  sourceMaps: true,
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2023',
    keepClassNames: true,
    baseUrl: root,
    paths: { '@app/wire/*': ['libs/wire/src/*.ts'], '@app/*': ['libs/*/src/index.ts'] },
    rewriteRelativeImportExtensions: true,
  },
  module: { type: 'es6', resolveFully: true },
};

const builders = { server: buildServer, web: buildWeb };

try {
  await builders[process.argv[2]]();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function buildServer() {
  const outputs = await Promise.all(SOURCES.flatMap((folder) => filesIn(folder)).map(compile));
  const expected = new Set(outputs.flat());
  for (const folder of SOURCES)
    for (const file of filesIn(`dist/${folder}`)) if (!expected.has(file)) rmSync(join(root, file));
}

/** The outputs of one source file. Those that did not change are left alone: a running Kontor may be reading them. */
async function compile(file) {
  if (ASSETS.test(file)) return [write(`dist/${file}`, readFileSync(join(root, file)))];
  if (!file.endsWith('.ts') || file.endsWith('.spec.ts') || file.endsWith('.d.ts')) return [];
  const { code, map } = await transformFile(join(root, file), swc);
  const output = `dist/${file.replace(/\.ts$/, '.js')}`;
  const name = output.split('/').at(-1);
  return [write(output, `${code}//# sourceMappingURL=${name}.map\n`), write(`${output}.map`, map)];
}

function write(file, content) {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(content))) return file;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return file;
}

async function buildWeb() {
  const configFile = join(root, 'apps/web/vite.config.mts');
  if (!existsSync(configFile)) return mkdirSync(join(root, 'dist'), { recursive: true });
  const { build } = await import('vite');
  await build({
    configFile,
    root: join(root, 'apps/web'),
    logLevel: 'warn',
    build: { outDir: join(root, 'dist/apps/web'), emptyOutDir: true },
  });
}

function filesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path);
    return [path];
  });
}
