import 'reflect-metadata';

import { readConfig, WrongSettings } from '@app/config';
import { step } from '@app/kernel';

import { listenForHealth } from './health.ts';
import { jsonLog } from './json-log.ts';
import { startWorker } from './start-worker.ts';

try {
  await main();
} catch (error) {
  const words = error instanceof WrongSettings ? error.message : ((error as Error).stack ?? String(error));
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { DIE_AT_STEP, LOG_LEVEL, WORKER_PORT } = config.env;
  if (DIE_AT_STEP) step.onReached((name) => name === DIE_AT_STEP && process.kill(process.pid, 'SIGKILL'));

  const worker = await startWorker({ config, mode: 'running', log: jsonLog(LOG_LEVEL) });
  const health = listenForHealth(WORKER_PORT);

  const stop = async () => {
    health.close();
    await worker.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}
