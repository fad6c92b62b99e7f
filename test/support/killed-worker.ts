import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { type Step, steps } from '@app/kernel';
import { Client } from 'pg';

import type { World } from '../../apps/kontor/src/world/world.ts';

const WORKER = new URL('../../dist/apps/worker/src/main.js', import.meta.url).pathname;

/** Those of some things that are claimed, called and settled. */
export function stepsOf(...things: string[]): Step[] {
  return steps.filter((step) => things.includes(step.slice(0, step.indexOf('.'))));
}

/** The built worker on its own, told where to die: how it ended. What it held in hand is there again for the next one. */
export async function workerDiesAt(world: World, step: Step): Promise<NodeJS.Signals | null> {
  const settings = Object.entries(world.config.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const child = spawn(process.execPath, [WORKER], {
    env: {
      ...process.env,
      ...(Object.fromEntries(settings) as Record<string, string>),
      NODE_OPTIONS: '',
      WORKER_PORT: String(world.workerPort),
      CLOCK: world.time.now().toISOString(),
      DIE_AT_STEP: step,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 60_000,
    killSignal: 'SIGTERM', // one that outlives its step ends otherwise than by SIGKILL
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  await itsDeathIsNoticed(world);
  return signal;
}

/** The queue lives on the real clock, so an hour passes there alone: once to miss the dead, once to try again. */
async function itsDeathIsNoticed(world: World): Promise<void> {
  const owner = new Client({ connectionString: world.config.env.DATABASE_URL });
  await owner.connect();
  try {
    await owner.query(`update pgboss.job set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active'`);
    await owner.query(`update pgboss.queue set monitor_claim_on = null, monitor_on = null`);
    await world.tendsJobs();
    await owner.query(`update pgboss.job set start_after = start_after - interval '1 hour' where state = 'retry'`);
  } finally {
    await owner.end();
  }
}
