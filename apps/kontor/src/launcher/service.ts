import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ServiceOptions {
  name: string;
  /** A built entry point. */
  script: string;
  env: Record<string, string | undefined>;
  log: string;
  /** Answers once the service can be used, with 200 unless `anyAnswer` will do. */
  health: string;
  anyAnswer?: boolean;
  say: (line: string) => void;
}

const BOOT_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const LOG_BYTES = 20_000_000;
// A small nursery: what a request leaves behind is collected sooner, and two processes at rest are 60 MB lighter.
const NODE_FLAGS = ['--enable-source-maps', '--max-semi-space-size=2'];

/** A child process that is kept running: started again, with growing pauses, should it die after it was healthy once. */
export class Service {
  #child: ChildProcess | undefined;
  #exited: Promise<string> = Promise.resolve('not started');
  #pauseMs = FIRST_PAUSE_MS;
  #stopping = false;
  #logBegins = 0;

  constructor(private readonly options: ServiceOptions) {}

  /** Resolves when the service is healthy. Throws with its last words when it dies before, or takes too long. */
  async start(): Promise<void> {
    this.#spawn();
    const death = await this.#untilHealthy();
    if (this.#stopping) return;
    if (death !== undefined)
      throw new Error(`The ${this.options.name} did not start (${death}).\n${this.#lastWords()}`);
    void this.#keepRunning();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#child?.kill('SIGTERM');
    const patience = setTimeout(() => this.hurry(), STOP_TIMEOUT_MS);
    await this.#exited;
    clearTimeout(patience);
  }

  hurry(): void {
    this.#child?.kill('SIGKILL');
  }

  #spawn(): void {
    const { script, env, log } = this.options;
    const logged = logSize(log);
    this.#logBegins = logged > LOG_BYTES ? 0 : logged;
    const output = openSync(log, logged > LOG_BYTES ? 'w' : 'a', 0o600);
    // Detached: Ctrl-C reaches the launcher alone, which then stops its children in their order.
    const child = spawn(process.execPath, [...NODE_FLAGS, '--import', leash, script], {
      env,
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    this.#child = child;
    this.#exited = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
  }

  /** How it died, or nothing when it is healthy. */
  async #untilHealthy(): Promise<string | undefined> {
    let death: string | undefined;
    void this.#exited.then((how) => (death = how));
    for (const deadline = Date.now() + BOOT_TIMEOUT_MS; Date.now() < deadline; await sleep(50)) {
      if (death !== undefined) return death;
      if (await answers(this.options)) return undefined;
    }
    this.hurry();
    return `not healthy after ${BOOT_TIMEOUT_MS / 1000} s`;
  }

  async #keepRunning(): Promise<void> {
    while (!this.#stopping) {
      const since = Date.now();
      const death = await this.#exited;
      if (this.#stopping) return;
      if (Date.now() - since > LONGEST_PAUSE_MS) this.#pauseMs = FIRST_PAUSE_MS;
      const { name, log, say } = this.options;
      say(`The ${name} stopped (${death}); it starts again in ${this.#pauseMs / 1000} s. Its log: ${log}`);
      await sleep(this.#pauseMs);
      this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
      if (!this.#stopping) this.#spawn();
    }
  }

  #lastWords(): string {
    const { log } = this.options;
    const lines = readFileSync(log).subarray(this.#logBegins).toString().trimEnd().split('\n').slice(-15);
    return [...lines.map((line) => `  ${line}`), `  (all of it: ${log})`].join('\n');
  }
}

const leash = new URL('./leash.js', import.meta.url).href;

function logSize(log: string): number {
  mkdirSync(dirname(log), { recursive: true });
  return statSync(log, { throwIfNoEntry: false })?.size ?? 0;
}

async function answers({ health, anyAnswer }: ServiceOptions): Promise<boolean> {
  try {
    const response = await fetch(health, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok || anyAnswer === true;
  } catch {
    return false;
  }
}
