// A child of the launcher, so that the memory of migrating and seeding is given back: migrates, and on the very first
// start of a database lets the demo market happen. Its progress goes to the launcher by message.
import 'reflect-metadata';

import { prepareDatabase } from '../../../worker/src/prepare-database.ts';
import { noteSeeding, seedingState } from './seeding.ts';

const [ownerUrl = '', stripeFile] = process.argv.slice(2);

const seeds = stripeFile !== undefined && (await seedingState(ownerUrl)) === 'new';
if (seeds) await noteSeeding(ownerUrl, 'begun');
await prepareDatabase(ownerUrl);
if (seeds) {
  const { seedDemoMarket } = await import('../seed/seed.ts');
  await seedDemoMarket({
    databaseUrl: ownerUrl,
    stripeFile,
    secretsKey: process.env.SECRETS_KEY ?? '',
    until: new Date(),
    say: (line) => void process.send?.(line),
  });
  await noteSeeding(ownerUrl, 'done');
}
process.exit(0);
