// A child of the launcher, so that the memory of migrating and seeding is given back: migrates, and on the very first
// start of a database lets the demo market happen. Its progress goes to the launcher by message.
import { existsSync } from 'node:fs';

import { prepareDatabase } from '../../../worker/src/prepare-database.ts';
import { noteSeeding, seedingState } from './seeding.ts';

const say = (line: string) => process.send?.(line);
const ownerUrl = process.env.DATABASE_URL ?? '';
const seed = new URL('../seed/seed.js', import.meta.url);

const isNew = existsSync(seed) && (await seedingState(ownerUrl)) === 'new';
if (isNew) await noteSeeding(ownerUrl, 'begun');
await prepareDatabase(ownerUrl);
if (isNew) {
  const { seedDemoMarket } = await import(seed.href);
  await seedDemoMarket({ databaseUrl: ownerUrl, say });
  await noteSeeding(ownerUrl, 'done');
}
process.exit(0);
