import { spawn } from 'node:child_process';

import type { Lifetime } from './lifetime.ts';

const leash = new URL('./leash.js', import.meta.url).href;

export interface Errand {
  /** A built script and what it is given. */
  script: string;
  args: string[];
  env: Record<string, string | undefined>;
  /** Hears what the script sends by message. */
  say: (line: string) => void;
}

/** Runs a script as a child until it ends. Throws what it complained of when it fails. */
export function runToEnd(lifetime: Lifetime, { script, args, env, say }: Errand): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', '--import', leash, script, ...args], {
      env,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let complaints = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text));
    child.on('message', (line) => typeof line === 'string' && say(line));
    child.once('error', reject);
    const ended = new Promise<void>((done) => {
      child.once('close', (code) => {
        done();
        if (code === 0) resolve();
        else reject(new Error(complaints.trim() || `${script} ended with exit code ${code}`));
      });
    });
    lifetime.onEnd(
      () => (child.kill('SIGTERM'), ended),
      () => child.kill('SIGKILL'),
    );
  });
}
