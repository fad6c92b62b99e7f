import { startStripeEmulator, type StripeEmulatorOptions } from './index.ts';

const { env } = process;

const emulator = await startStripeEmulator({
  port: Number(env['STRIPE_EMULATOR_PORT'] ?? 0),
  ...(env['STRIPE_EMULATOR_FILE'] ? { file: env['STRIPE_EMULATOR_FILE'] } : {}),
  ...(env['STRIPE_EMULATOR_TOKEN'] ? { controlToken: env['STRIPE_EMULATOR_TOKEN'] } : {}),
  clock: clockFrom(env['STRIPE_EMULATOR_CLOCK'] ?? 'real'),
  webhooks: JSON.parse(env['STRIPE_EMULATOR_WEBHOOKS'] || '[]') as NonNullable<StripeEmulatorOptions['webhooks']>,
  log: (line) => process.stderr.write(`stripe-emulator: ${line}\n`),
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
// A parent that dies takes its local Stripe with it.
process.once('disconnect', () => void stop());

process.stdout.write(`The local Stripe listens on ${emulator.url}\n`);

async function stop(): Promise<void> {
  await emulator.stop();
  process.exit(0);
}

function clockFrom(text: string): NonNullable<StripeEmulatorOptions['clock']> {
  if (text === 'real') return { mode: 'real' };
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new Error(`STRIPE_EMULATOR_CLOCK is neither 'real' nor an instant: ${text}`);
  return { mode: 'frozen', at };
}
