import { z } from 'zod';

import { steps } from '@app/kernel';

const port = z.coerce.number().int().min(1).max(65_535);
const secret = z.string().min(16, 'must have 16 characters or more');

/** Every setting there is. `.env.example` names the same ones, and a spec holds the two equal. */
export const settings = z
  .object({
    NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }),
    PORT: port.default(4280),
    WORKER_PORT: port.default(4281),
    PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be the http(s):// address that people open' }),
    WEB_DIST: z.string().optional(),
    TRUSTED_PROXIES: z.string().optional(),
    FILES_DIR: z.string().min(1).default('.kontor/files'),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// address' }),
    MAIL_FROM: z.string().min(3).default('Kontor <hello@kontor.example>'),
    STRIPE_SECRET_KEY: z.string().regex(/^(sk|rk)_(test|live)_\w+$/, 'must be a Stripe secret or restricted key'),
    STRIPE_API_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s):// address' }).optional(),
    STRIPE_WEBHOOK_SECRET: secret,
    STRIPE_CONNECT_WEBHOOK_SECRET: secret,
    STRIPE_ACCOUNTS_WEBHOOK_SECRET: secret,
    SECRETS_KEY: z.string().min(32, 'must have 32 characters or more'),
    OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be the address of an OpenID Connect provider' }).optional(),
    OIDC_NAME: z.string().min(1).max(40).default('your organisation'),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    GOOGLE_CLIENT_ID: z.string().optional(),
    GOOGLE_CLIENT_SECRET: z.string().optional(),
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    CLOCK: z
      .union([
        z.literal('real'),
        z.iso.datetime({ error: "must be 'real' or an instant such as 2026-03-09T11:00:00Z" }),
      ])
      .default('real'),
    DIE_AT_STEP: z.enum(steps).optional(),
  })
  .superRefine((env, fault) => {
    const say = (path: keyof typeof env, message: string) => fault.addIssue({ code: 'custom', path: [path], message });
    const live = /_live_/.test(env.STRIPE_SECRET_KEY);
    const wholly = (...names: (keyof typeof env)[]) => {
      if (!names.some((name) => env[name] !== undefined)) return;
      for (const name of names) if (env[name] === undefined) say(name, `is wanted beside ${names[0]}`);
    };
    wholly('OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET');
    wholly('GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET');
    if (env.NODE_ENV === 'production') {
      if (env.OIDC_ISSUER?.startsWith('http:')) say('OIDC_ISSUER', 'must be https in production');
      if (env.STRIPE_API_URL) say('STRIPE_API_URL', 'is for development: production talks to Stripe itself');
      if (!live) say('STRIPE_SECRET_KEY', 'must be a live key in production');
      if (!env.PUBLIC_URL.startsWith('https://')) say('PUBLIC_URL', 'must be https in production');
      if (env.CLOCK !== 'real') say('CLOCK', 'cannot be moved in production');
      if (env.DIE_AT_STEP) say('DIE_AT_STEP', 'is for crash stories only');
    } else if (live) {
      say('STRIPE_SECRET_KEY', 'must not be a live key outside production');
    }
  });

export type Settings = z.output<typeof settings>;

/** The settings, read once at boot. */
export class Config {
  constructor(readonly env: Settings) {}

  get production(): boolean {
    return this.env.NODE_ENV === 'production';
  }
}

/** Stops the start: every fault at once, so that nobody mends them one start at a time. */
export class WrongSettings extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Kontor cannot start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'WrongSettings';
  }
}

/** Throws `WrongSettings` listing every missing or wrong setting. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = settings.safeParse(given);
  if (read.success) return new Config(read.data);
  throw new WrongSettings(
    read.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return name in given ? `${name} ${issue.message}` : `${name} is missing`;
    }),
  );
}
