import { spawn } from 'node:child_process';

import type { Lifetime } from './lifetime.ts';

const leash = new URL('./leash.js', import.meta.url).href;

/** Runs a built script as a child until it ends; what it sends by message is said. Throws when it fails. */
export function runToEnd(
  lifetime: Lifetime,
  script: string,
  env: Record<string, string | undefined>,
  say: (line: string) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', '--import', leash, script], {
      env,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let complaints = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text));
    child.on('message', (line) => say(String(line)));
    child.once('error', reject);
    const exited = new Promise<void>((done) => {
      child.once('exit', (code) => {
        done();
        if (code === 0) resolve();
        else reject(new Error(complaints.trim() || `${script} ended with exit code ${code}`));
      });
    });
    lifetime.onEnd(
      () => (child.kill('SIGTERM'), exited),
      () => child.kill('SIGKILL'),
    );
  });
}
