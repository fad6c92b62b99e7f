import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

import { freePort } from '../postgres/free-port.ts';

/** Free loopback ports by name: those of the last start where they are still free, so that bookmarks keep working. */
export async function chosenPorts<Name extends string>(
  file: string,
  names: readonly Name[],
): Promise<Record<Name, number>> {
  const last: Partial<Record<Name, number>> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const chosen = {} as Record<Name, number>;
  for (const name of names) {
    const before = last[name];
    chosen[name] = before && (await isFree(before)) ? before : await freePort();
  }
  writeFileSync(file, JSON.stringify(chosen));
  return chosen;
}

/** Throws, naming the way out, when somebody else listens on the port. */
export async function assertFree(port: number): Promise<void> {
  if (await isFree(port)) return;
  throw new Error(`Port ${port} is in use by another program. Choose another: KONTOR_PORT=${port + 1} npm start`);
}

async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, undefined));
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
