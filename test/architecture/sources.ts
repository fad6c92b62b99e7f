import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export interface Source {
  /** From the root of the repository. */
  path: string;
  text: string;
}

/** The files under a folder, without what is installed, built or kept there. */
export function filesIn(folder: string): string[] {
  const full = join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ['node_modules', 'dist', '.git', '.kontor'].includes(entry.name) ? [] : filesIn(path);
    return entry.isFile() ? [path] : [];
  });
}

/** What the product is made of: TypeScript that is no spec. */
export function sourcesIn(...folders: string[]): Source[] {
  return folders
    .flatMap((folder) => filesIn(folder))
    .filter((path) => /\.tsx?$/.test(path) && !/\.spec\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export function foldersIn(folder: string): string[] {
  const full = join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

export function importsOf({ text }: Source): string[] {
  const statements = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g);
  return [...statements].map((statement) => statement[2] ?? '');
}

/** `path:line: the line`, for each line that `is` at fault. */
export function linesWhere(sources: Source[], is: (line: string) => boolean): string[] {
  return sources.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (is(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}

/** A line without its comment: what is written about a rule does not break it. */
export function code(line: string): string {
  return line.replace(/^\s*(\/\/|\/?\*).*$/, '').replace(/\s\/\/ .*$/, '');
}
