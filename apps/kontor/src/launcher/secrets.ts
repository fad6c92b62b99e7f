import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const NAMES = [
  'emulatorToken',
  'stripeKey',
  'webhook',
  'connectWebhook',
  'accountsWebhook',
  'smtpPassword',
  'secretsKey',
] as const;

export type Secrets = Readonly<Record<(typeof NAMES)[number], string>>;

/** This checkout's own secrets, made once and readable by their owner alone. */
export function secretsIn(file: string): Secrets {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const all = Object.fromEntries(NAMES.map((name) => [name, kept[name] ?? randomBytes(24).toString('hex')]));
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  return all as Secrets;
}
