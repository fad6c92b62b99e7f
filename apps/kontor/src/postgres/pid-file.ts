import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface RunningServer {
  pid: number;
  port: number;
}

/**
 * The server that holds this data folder, by its postmaster.pid. What kill -9 or a reboot left behind (no such
 * process, one waiting to be reaped, or another program under that number) is cleared away: PostgreSQL itself
 * would take any living process of that number for its own and refuse to start.
 */
export function runningServer(dataFolder: string): RunningServer | undefined {
  const file = pidFile(dataFolder);
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (isPostgres(pid)) return { pid, port };
  rmSync(file, { force: true });
  return undefined;
}

export function isPostgres(pid: number): boolean {
  try {
    if (process.platform !== 'linux') return /postgres/.test(commandOf(pid));
    const [, name, state] = /^\d+ \((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return name === 'postgres' && state !== 'Z' && state !== 'X';
  } catch {
    return false;
  }
}

function commandOf(pid: number): string {
  return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function pidFile(dataFolder: string): string {
  return join(dataFolder, 'postmaster.pid');
}
