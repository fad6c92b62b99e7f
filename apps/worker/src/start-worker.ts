import type { Config } from '@app/config';
import { JobQueue, type Subscription } from '@app/delivery';
import { Clock, ManualClock } from '@app/kernel';
import { SweepRuns } from '@app/staff';
import { ConsoleLogger, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { subscriptions } from './subscriptions.ts';
import { SweepLog } from './sweep-log.ts';
import { Sweeper } from './sweeper.ts';
import { type Handler, handlers, sweeps, WorkerModule } from './worker.module.ts';

export interface WorkerOptions {
  readonly config: Config;
  /** The one of the settings unless a story moves its own. */
  readonly clock?: Clock;
  /** `running` wakes the sweeps and works the queues by itself; `by hand` waits to be told to. */
  readonly mode: 'running' | 'by hand';
  readonly log?: LoggerService;
}

export interface RunningWorker {
  /** Runs every sweep once, in their order, and throws what one throws. How much was done. */
  runSweeps(now?: Date): Promise<number>;
  /** The earliest instant at which a sweep will have something to do; null when nothing waits. */
  nextDueAt(): Promise<Date | null>;
  /** Works every job that waits, and throws what a handler throws. How many there were. */
  drain(): Promise<number>;
  /** Gives the jobs of workers that died back to their queues. */
  tendJobs(): Promise<void>;
  stop(): Promise<void>;
}

const SWEEP_EVERY_MS = 2_000;
const TEND_JOBS_EVERY_MS = 30_000;

export async function startWorker({
  config,
  clock = clockOf(config),
  mode,
  log = new ConsoleLogger({ logLevels: ['warn', 'error'] }),
}: WorkerOptions): Promise<RunningWorker> {
  const app = await NestFactory.createApplicationContext(WorkerModule.compose({ config, clock, log }), {
    logger: log,
    abortOnError: false,
  });
  const jobs = app.get(JobQueue);
  const working = handlers.map((handler) => app.get<Handler>(handler));
  assertSubscribed(working, subscriptions);
  const noted = new SweepLog(app.get(SweepRuns, { strict: false }), (words) => log.warn(words));
  const due = sweeps.map((sweep) => app.get(sweep, { strict: false }));
  const sweeper = new Sweeper(due, noted);

  const waker = mode === 'running' ? wake(sweeper, clock, log) : undefined;
  const tender = mode === 'running' ? tend(jobs, log) : undefined;
  if (mode === 'running') for (const handler of working) await jobs.work(told(handler, log));

  return {
    runSweeps: (now = clock.now()) => sweeper.run(now),
    nextDueAt: () => sweeper.nextDueAt(),
    drain: () => jobs.drain(working),
    tendJobs: () => jobs.tend(),
    stop: async () => {
      tender?.stop();
      await waker?.stop();
      await app.close();
    },
  };
}

/** Real time wakes the sweeps, and only here: what is due they read from the clock and from columns. */
function wake(sweeper: Sweeper, clock: Clock, log: LoggerService): { stop(): Promise<void> } {
  let running: Promise<unknown> | undefined;
  const failed = (sweep: string, error: unknown) => log.error(`${sweep} failed: ${wordsOf(error)}`);
  const sweep = () => {
    running ??= sweeper.run(clock.now(), failed).finally(() => (running = undefined));
  };
  sweep();
  const timer = setInterval(sweep, SWEEP_EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

function tend(jobs: JobQueue, log: LoggerService): { stop(): void } {
  const tended = () =>
    jobs.tend().catch((error: unknown) => log.error(`The jobs could not be tended: ${wordsOf(error)}`));
  void tended();
  const timer = setInterval(() => void tended(), TEND_JOBS_EVERY_MS);
  return { stop: () => clearInterval(timer) };
}

/** A handler that fails is tried again by the queue; its reason must not be lost until then. */
function told(handler: Handler, log: LoggerService): Handler {
  return {
    name: handler.name,
    event: handler.event,
    handle: async (event) => {
      try {
        await handler.handle(event);
      } catch (error) {
        log.error(`${handler.name} failed on event ${event.id}: ${wordsOf(error)}`);
        throw error;
      }
    },
  };
}

/** A handler without its line would never be told anything; a line without its handler would pile up jobs. */
function assertSubscribed(working: readonly Handler[], lines: readonly Subscription[]): void {
  const wanted = new Set(working.map(({ name, event }) => `${name} <- ${event}`));
  const made = new Set(lines.map(({ handler, event }) => `${handler} <- ${event}`));
  const odd = [...wanted, ...made].filter((line) => !wanted.has(line) || !made.has(line));
  if (odd.length > 0) throw new Error(`worker.module.ts and subscriptions.ts differ: ${odd.join(', ')}`);
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function clockOf({ env }: Config): Clock {
  return env.CLOCK === 'real' ? new Clock() : new ManualClock(new Date(env.CLOCK));
}
