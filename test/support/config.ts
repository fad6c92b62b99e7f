import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Config, readConfig } from '@app/config';

/** A folder a spec file: a worker that clears what its own market does not name must not meet another's files. */
const filesOfThisSpec = join(tmpdir(), 'kontor-files-of-specs', randomUUID());

/** Settings that hold for every spec; `over` names what differs. */
export function testConfig(over: Partial<Record<keyof Config['env'], string | number | undefined>> = {}): Config {
  const settings: Record<string, string | number | undefined> = {
    NODE_ENV: 'test',
    DATABASE_URL: 'postgres://nobody@localhost/nothing',
    PUBLIC_URL: 'http://localhost:4280',
    FILES_DIR: filesOfThisSpec,
    SMTP_URL: 'smtp://localhost:1025',
    STRIPE_SECRET_KEY: 'sk_test_kontor',
    STRIPE_WEBHOOK_SECRET: 'whsec_platform_of_a_test',
    STRIPE_CONNECT_WEBHOOK_SECRET: 'whsec_connect_of_a_test',
    STRIPE_ACCOUNTS_WEBHOOK_SECRET: 'whsec_accounts_of_a_test',
    SECRETS_KEY: 'the key of a test, which is no secret',
    LOG_LEVEL: 'error',
    ...over,
  };
  const text = Object.entries(settings).map(([name, value]) => [name, value === undefined ? undefined : String(value)]);
  return readConfig(Object.fromEntries(text) as Record<string, string | undefined>);
}
