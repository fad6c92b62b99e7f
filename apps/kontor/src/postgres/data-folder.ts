import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ServerAccount, ServerCommand } from './server-account.ts';

/** Makes a new, empty PostgreSQL cluster in `dataFolder`, unless one is there. */
export function initialiseDataFolder(
  dataFolder: string,
  login: { user: string; password: string },
  account: ServerAccount,
  initdb: (args: string[]) => ServerCommand,
): void {
  if (existsSync(join(dataFolder, 'PG_VERSION'))) return;
  rmSync(dataFolder, { recursive: true, force: true }); // An initdb that was killed half-way.
  mkdirSync(dataFolder, { mode: 0o700 });
  const passwordFile = `${dataFolder}.password-${process.pid}`;
  writeFileSync(passwordFile, `${login.password}\n`, { mode: 0o600 });
  if (account) for (const path of [dataFolder, passwordFile]) chownSync(path, account.uid, account.gid);

  const { command, args, options } = initdb([
    ...['-D', dataFolder, '-U', login.user, '--pwfile', passwordFile, '--auth=scram-sha-256'],
    ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    ...['--data-checksums', '--no-instructions', '--no-sync'],
  ]);
  try {
    const env = { ...process.env, LC_ALL: 'C', LANG: 'C' };
    execFileSync(command, args, { ...options, cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    rmSync(dataFolder, { recursive: true, force: true });
    const { stderr } = error as { stderr?: Buffer };
    throw new Error(`PostgreSQL could not make its data folder: ${stderr?.toString() ?? String(error)}`, {
      cause: error,
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
