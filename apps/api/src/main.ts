import { readConfig, WrongSettings } from '@app/config';

import { startApi } from './start-api.ts';

try {
  const api = await startApi({ config: readConfig(process.env) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void api.stop().then(() => process.exit(0)));
  }
} catch (error) {
  const words = error instanceof WrongSettings ? error.message : ((error as Error).stack ?? String(error));
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
