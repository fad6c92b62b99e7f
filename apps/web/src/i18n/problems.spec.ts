import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const problems: unknown = JSON.parse(readFileSync(resolve('apps/web/src/i18n/en/problems.json'), 'utf8'));

/** Whoever meets these is a program: a person at a screen never does. */
const OF_PROGRAMS = new Set(['webhook_signature', 'not_acceptable', 'unsupported_media_type', 'body_too_deep']);

const REFUSALS = [
  // `class X extends Conflict { constructor() { super('week_frozen', ...` and `new Forbidden('step_up_required', ...`
  /class \w+ extends (?:NotFound|Forbidden|Conflict|Invalid|Unauthenticated|TooMany\w*|Busy|DomainError)\b[\s\S]{0,400}?super\(\s*'([a-z][a-z_]+)'/g,
  /new (?:NotFound|Forbidden|Conflict|Invalid|Unauthenticated)\(\s*'([a-z][a-z_]+)'/g,
];

test('everything that can be refused has a sentence and a next step', () => {
  const codes = new Set(sources().flatMap((source) => REFUSALS.flatMap((pattern) => codesIn(source, pattern))));
  expect(codes.size).toBeGreaterThan(40);
  const known = problems as Record<string, { says?: string; next?: string }>;
  const silent = [...codes].filter((code) => !OF_PROGRAMS.has(code) && !(known[code]?.says && known[code].next));
  expect(silent.toSorted()).toEqual([]);
});

function codesIn(source: string, pattern: RegExp): string[] {
  return [...source.matchAll(pattern)].map(([, code = '']) => code);
}

function sources(): string[] {
  return ['libs', 'apps/api/src'].flatMap((folder) =>
    readdirSync(resolve(folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
      .map((path) => readFileSync(join(resolve(folder), path), 'utf8')),
  );
}
