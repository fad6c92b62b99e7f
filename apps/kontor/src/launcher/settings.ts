import type { Secrets } from './secrets.ts';

export interface Addresses {
  databaseUrl: string;
  publicPort: number;
  ports: { worker: number; stripe: number; smtp: number; mail: number };
}

type Env = Record<string, string | undefined>;

/** What the api and the worker read. A setting of `.env.example` that is already in the environment wins. */
export function appSettings({ databaseUrl, publicPort, ports }: Addresses, secrets: Secrets, env: Env): Env {
  const stripe = env.STRIPE_SECRET_KEY
    ? {}
    : {
        STRIPE_SECRET_KEY: `sk_test_${secrets.stripeKey}`,
        STRIPE_API_URL: `http://127.0.0.1:${ports.stripe}`,
        STRIPE_WEBHOOK_SECRET: `whsec_${secrets.webhook}`,
        STRIPE_CONNECT_WEBHOOK_SECRET: `whsec_${secrets.connectWebhook}`,
        STRIPE_ACCOUNTS_WEBHOOK_SECRET: `whsec_${secrets.accountsWebhook}`,
      };
  return {
    PUBLIC_URL: `http://localhost:${publicPort}`,
    SMTP_URL: `smtp://kontor:${secrets.smtpPassword}@127.0.0.1:${ports.smtp}`,
    SECRETS_KEY: secrets.secretsKey,
    LOG_LEVEL: 'info',
    ...env,
    ...stripe,
    NODE_ENV: 'development',
    DATABASE_URL: databaseUrl,
    PORT: String(publicPort),
    WORKER_PORT: String(ports.worker),
    WEB_DIST: 'dist/apps/web',
  };
}

/** What the local Stripe reads. Its state file keeps the money over a restart. */
export function emulatorSettings({ publicPort, ports }: Addresses, secrets: Secrets, file: string, env: Env): Env {
  const webhooks = `http://localhost:${publicPort}/api/stripe-webhooks`;
  return {
    ...env,
    NODE_ENV: 'development',
    STRIPE_EMULATOR_PORT: String(ports.stripe),
    STRIPE_EMULATOR_FILE: file,
    STRIPE_EMULATOR_TOKEN: secrets.emulatorToken,
    STRIPE_EMULATOR_CLOCK: 'real',
    STRIPE_EMULATOR_WEBHOOKS: JSON.stringify([
      { url: `${webhooks}/platform`, secret: `whsec_${secrets.webhook}` },
      { url: `${webhooks}/connect`, secret: `whsec_${secrets.connectWebhook}`, connect: true },
      { url: `${webhooks}/accounts`, secret: `whsec_${secrets.accountsWebhook}`, thin: true },
    ]),
  };
}
