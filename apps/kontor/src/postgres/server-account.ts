import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** PostgreSQL refuses to run as root. Who it runs as instead; nobody in particular when we are not root. */
export type ServerAccount = { uid: number; gid: number } | undefined;

export interface ServerCommand {
  command: string;
  args: string[];
  options: { uid?: number; gid?: number };
}

export function serverAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch {}
  }
  return { uid: 65534, gid: 65534 };
}

/**
 * How to run a server binary as that account. Where the account cannot walk to `folders` (a checkout in root's own
 * home), it keeps the right to pass closed folders as an ambient capability, by util-linux's setpriv.
 */
export function runAs(account: ServerAccount, folders: string[]): (binary: string, args: string[]) => ServerCommand {
  if (!account) return (command, args) => ({ command, args, options: {} });
  if (folders.every(openToAll)) return (command, args) => ({ command, args, options: account });

  const capabilities = '+dac_override,+dac_read_search';
  const setpriv = [
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    `--inh-caps=${capabilities}`,
    `--ambient-caps=${capabilities}`,
    '--',
  ];
  return (binary, args) => ({ command: 'setpriv', args: [...setpriv, binary, ...args], options: {} });
}

function openToAll(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function idOf(flag: '-u' | '-g', user: string): number {
  return Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}
