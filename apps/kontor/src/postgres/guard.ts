import { spawn } from 'node:child_process';

/** Waits for the end of our life (its standard input closes), then stops the server and clears `$2` away. */
const script = `
while read -r line; do :; done
kill -INT "$1" 2>/dev/null
[ -z "$2" ] && exit 0
tries=0
while kill -0 "$1" 2>/dev/null && [ $tries -lt 100 ]; do tries=$((tries + 1)); sleep 0.1; done
rm -rf "$2"
`;

/**
 * Stops the server should this process die without doing so: kill -9, a crash, a closed terminal.
 * Returns a function that lets the guard go.
 */
export function guardServer(pid: number, throwAwayFolder = ''): () => void {
  const guard = spawn('sh', ['-c', script, 'kontor-guard', String(pid), throwAwayFolder], {
    cwd: '/',
    detached: true, // Not in our process group: Ctrl-C must not end it before us.
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  guard.unref();
  (guard.stdin as unknown as { unref(): void }).unref();
  return () => {
    if (guard.exitCode === null && guard.signalCode === null) guard.kill('SIGKILL');
  };
}
