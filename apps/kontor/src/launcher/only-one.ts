import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';

/**
 * Holds `socketFile` for as long as this process lives. The returned function lets it go; nothing is returned when
 * another living process holds it. The kernel forgets the dead, so no stale lock can keep us out.
 */
export async function onlyOne(socketFile: string): Promise<(() => void) | undefined> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    const server = await listen(socketFile);
    if (server) return () => server.close();
    if (await somebodyListens(socketFile)) return undefined;
    rmSync(socketFile, { force: true });
  }
  return undefined;
}

function listen(socketFile: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(socketFile, () => resolve(server.unref()));
  });
}

function somebodyListens(socketFile: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketFile, () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
