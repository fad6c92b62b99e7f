import { join } from 'node:path';

import { Client } from 'pg';

import { testDatabase } from '../support/database.ts';
import { root, sourcesIn } from './sources.ts';

type Table = Readonly<Record<string, readonly string[]>>;

/** `from > to`, of each machine, as a lib's `*.state.ts` has it: `weekTransitions` is the machine `week`. */
async function movesInCode(): Promise<Map<string, string[]>> {
  const machines = new Map<string, string[]>();
  for (const { path } of sourcesIn('libs').filter(({ path: file }) => file.endsWith('.state.ts'))) {
    const exported = (await import(join(root, path))) as Record<string, unknown>;
    for (const [name, table] of Object.entries(exported)) {
      const machine = /^(\w+)Transitions$/.exec(name)?.[1]?.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      if (machine === undefined) continue;
      const moves = Object.entries(table as Table).flatMap(([from, next]) => next.map((to) => `${from} > ${to}`));
      machines.set(machine, moves.toSorted());
    }
  }
  return machines;
}

let client: Client;

beforeAll(async () => {
  client = new Client({ connectionString: (await testDatabase()).ownerUrl });
  await client.connect();
});
afterAll(() => client.end());

test('the database allows the moves of each state machine that the code allows, and no other', async () => {
  const { rows } = await client.query<{ machine: string; moves: string[] }>(
    `select machine, array_agg(from_state || ' > ' || to_state) as moves from legal_transition group by machine`,
  );
  const inDatabase = new Map(rows.map(({ machine, moves }) => [machine, moves.toSorted()]));
  const inCode = await movesInCode();
  expect(inCode.size).toBeGreaterThanOrEqual(9);
  expect(Object.fromEntries(inDatabase)).toEqual(Object.fromEntries(inCode));
});

test('each machine has its guard', async () => {
  const { rows } = await client.query<{ machine: string }>(
    `select distinct t.machine
       from legal_transition t
       join pg_trigger g on g.tgname = t.machine || '_moves' and g.tgenabled = 'O'`,
  );
  const guarded = new Set(rows.map(({ machine }) => machine));
  expect([...(await movesInCode()).keys()].filter((machine) => !guarded.has(machine))).toEqual([]);
});
