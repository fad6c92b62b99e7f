import { testConfig } from '../../../test/support/config.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { startWorker } from './start-worker.ts';

test('a worker led by hand starts, sweeps, drains and stops', async () => {
  const { url } = await testDatabase();
  const worker = await startWorker({ config: testConfig({ DATABASE_URL: url }), mode: 'by hand' });
  try {
    expect(await worker.runSweeps()).toBe(0);
    expect(await worker.drain()).toBe(0);
  } finally {
    await worker.stop();
  }
});
