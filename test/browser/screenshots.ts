// npm run screenshots [-- NAME...]: a picture of every screen at desktop and phone width, light and dark.
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';

import { startThrowAwayPostgres } from '../../apps/kontor/src/postgres/throw-away-postgres.ts';
import { World } from '../../apps/kontor/src/world/world.ts';
import { prepareDatabase } from '../../apps/worker/src/prepare-database.ts';
import { BEGINNING, playScene } from './scene.ts';
import { idsOf, type Screen, screensOf } from './screens.ts';
import { DESKTOP, type Look, openBrowser, type Person, PHONE, Visitor } from './visitor.ts';

const FOLDER = resolve('.kontor/screenshots');
const looks: readonly (Look & { readonly name: string })[] = [
  { ...DESKTOP, name: 'desktop', theme: 'light' },
  { ...DESKTOP, name: 'desktop', theme: 'dark' },
  { ...PHONE, name: 'phone', theme: 'light' },
  { ...PHONE, name: 'phone', theme: 'dark' },
];

const wanted = process.argv.slice(2);
const say = (line: string) => process.stderr.write(`${line}\n`);

const postgres = await startThrowAwayPostgres('screenshots');
try {
  await prepareDatabase(postgres.url);
  const world = await World.begin({ databaseUrl: postgres.url, now: BEGINNING });
  try {
    say('Playing four weeks of work');
    const scene = await playScene(world);
    const screens = screensOf(scene, await idsOf(scene));
    await mkdir(FOLDER, { recursive: true });
    for (const look of looks) {
      await photograph(
        world.apiUrl,
        scene.now,
        look,
        screens.filter(({ name }) => wanted.length === 0 || wanted.includes(name)),
      );
    }
    say(`Written to ${FOLDER}`);
  } finally {
    await world.end();
  }
} finally {
  await postgres.stop();
}

async function photograph(
  address: string,
  now: Date,
  look: (typeof looks)[number],
  screens: readonly Screen[],
): Promise<void> {
  const browser = await openBrowser();
  try {
    const people = new Map<Person | null, Screen[]>();
    for (const screen of screens) people.set(screen.as, [...(people.get(screen.as) ?? []), screen]);
    for (const [person, theirs] of people) {
      const visitor = await Visitor.arrive(browser, address, now, look);
      if (person) await visitor.comesAs(person);
      for (const { name, path } of theirs) {
        await visitor.opens(path);
        await visitor.page.screenshot({ path: `${FOLDER}/${name}-${look.name}-${look.theme}.png`, fullPage: true });
      }
      for (const complaint of visitor.complaints) say(`${look.name} ${look.theme}: ${complaint}`);
      await visitor.leaves();
    }
  } finally {
    await browser.close();
  }
}
