import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const FOLDER = 'apps/stripe-emulator/conformance';

/** A JSON Schema node; only the keywords that this folder reads are named. */
export interface Schema {
  readonly [keyword: string]: unknown;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

export interface ApiOperation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<'200' | 'default', { readonly content: { readonly 'application/json': { readonly schema: Schema } } }>
  >;
}

export interface ApiSchema {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly 'x-webhook-objects': Readonly<Record<string, Schema>>;
  readonly 'x-thin-events': readonly string[];
}

/**
 * The schema of the API version that the installed `stripe` package speaks, made from its type declarations on first
 * use (some seconds) and kept in the cache folder of node_modules under the package's version.
 */
export function readApiSchema(): ApiSchema {
  const root = projectRoot();
  const sdk = path.join(root, 'node_modules/stripe');
  const version = (JSON.parse(readFileSync(path.join(sdk, 'package.json'), 'utf8')) as { version: string }).version;
  const file = path.join(root, `node_modules/.cache/kontor/stripe-schema-${version}.json`);
  if (isStale(root, file)) makeSchema(root, sdk, file);
  return JSON.parse(readFileSync(file, 'utf8')) as ApiSchema;
}

function isStale(root: string, file: string): boolean {
  if (!existsSync(file)) return true;
  const sources = readdirSync(path.join(root, FOLDER)).map((name) => path.join(root, FOLDER, name));
  return sources.some((source) => statSync(source).mtimeMs > statSync(file).mtimeMs);
}

function makeSchema(root: string, sdk: string, file: string): void {
  const unfinished = `${file}.${process.pid}`;
  mkdirSync(path.dirname(file), { recursive: true });
  const maker = path.join(root, FOLDER, 'make-schema.mjs');
  // A child process: the compiler takes some hundred megabytes that this process should not keep.
  execFileSync(process.execPath, [maker, '--sdk', sdk, '--out', unfinished], { cwd: root, stdio: 'ignore' });
  // Renamed at the end: two first starts at once must not read each other's half.
  renameSync(unfinished, file);
}

function projectRoot(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'node_modules/stripe/package.json'))) return folder;
    if (folder === path.dirname(folder)) throw new Error('The stripe package is not installed above the emulator.');
  }
}
