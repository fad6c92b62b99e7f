import { performance } from 'node:perf_hooks';

import { ManualClock } from '@app/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';

import { testConfig } from '../../../../test/support/config.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { createApi } from '../start-api.ts';

const TRIES = 200;
const LARGEST_DIFFERENCE = 0.05;
/** A machine that is busy with other things may spoil a round; somebody who returns early spoils them all. */
const ROUNDS = 4;
const SLOW_MS = 300_000;
const password = 'a long walk by the fjord';
const wrong = 'a long walk by the lake!';

const business = { name: 'Fjord & Co', country: 'NO', zone: 'Europe/Oslo' };

let app: NestFastifyApplication;
let owner: Client;
let people = 0;

beforeAll(async () => {
  const database = await testDatabase();
  await database.reset();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const clock = new ManualClock(new Date('2026-03-02T09:00:00Z'));
  app = await createApi({ config: testConfig({ DATABASE_URL: database.url }), clock });
});
afterAll(async () => {
  await app.close();
  await owner.end();
});

/** An address of the same length each time, so that not even that differs. */
const address = () => `person${String((people += 1)).padStart(6, '0')}@fjord.example`;
const registration = (email: string) => ({ email, password, name: 'Amira', zone: 'Europe/Oslo' });
const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });

async function known(): Promise<string> {
  const email = address();
  await post('/api/registrations', registration(email));
  return email;
}

interface Door {
  readonly name: string;
  knock(email: string): ReturnType<typeof post>;
}

const doors: Door[] = [
  { name: 'signing in', knock: (email) => post('/api/sessions', { email, password: wrong }) },
  { name: 'a forgotten password', knock: (email) => post('/api/password-resets/requests', { email }) },
  { name: 'registering', knock: (email) => post('/api/registrations', registration(email)) },
  {
    name: 'registering to hire',
    knock: (email) => post('/api/registrations', { ...registration(email), business }),
  },
];

describe.each(doors)('$name', ({ knock }) => {
  test('answers an address that somebody has and one that nobody has alike, in status, words and headers', async () => {
    const [first, second] = [await knock(await known()), await knock(address())];
    const inWords = ({ statusCode, body, headers }: typeof first) => ({
      statusCode,
      body: body.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'an id'),
      headers: { ...headers, date: '' },
    });
    expect(inWords(first)).toEqual(inWords(second));
  });

  test(
    'takes as long for the one as for the other',
    async () => {
      const differences: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        differences.push(await differenceOf(knock));
        if (differences.at(-1)! <= LARGEST_DIFFERENCE) break;
      }
      expect(Math.min(...differences)).toBeLessThanOrEqual(LARGEST_DIFFERENCE);
    },
    SLOW_MS,
  );
});

/** Of the medians of two hundred tries each, as a share of the shorter. The two take turns, and take turns at being first. */
async function differenceOf(knock: Door['knock']): Promise<number> {
  const times = { known: [] as number[], unknown: [] as number[] };
  const theirs = await known();
  for (let n = 0; n < TRIES; n += 1) {
    const pair = [
      { email: theirs, into: times.known },
      { email: address(), into: times.unknown },
    ];
    for (const { email, into } of n % 2 === 0 ? pair : pair.toReversed()) {
      // Nothing else decides: how often it was tried is forgotten, and what earlier tries have left.
      await owner.query('delete from attempt_budget');
      const startedAt = performance.now();
      await knock(email);
      into.push(performance.now() - startedAt);
    }
  }
  const [shorter, longer] = [median(times.known), median(times.unknown)].toSorted((a, b) => a - b) as [number, number];
  return longer / shorter - 1;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
}
