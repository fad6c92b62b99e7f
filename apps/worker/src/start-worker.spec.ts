import { startStripeEmulator, type StripeEmulator } from '../../stripe-emulator/src/index.ts';
import { testConfig } from '../../../test/support/config.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { startWorker } from './start-worker.ts';

let stripe: StripeEmulator;

beforeAll(async () => {
  stripe = await startStripeEmulator();
}, 60_000);
afterAll(() => stripe.stop());

test('a worker led by hand starts, sweeps an empty market, and stops', async () => {
  const { url } = await testDatabase();
  const config = testConfig({ DATABASE_URL: url, STRIPE_API_URL: stripe.url });
  const worker = await startWorker({ config, mode: 'by hand' });
  try {
    expect(await worker.runSweeps()).toBe(0);
    expect(await worker.drain()).toBe(0);
    expect(await worker.nextDueAt()).toBeNull();
  } finally {
    await worker.stop();
  }
}, 20_000);
