import { Client } from 'pg';

import { type TestDatabase, testDatabase } from './database.ts';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('a reset takes away what a test wrote and gives back what the migrations wrote', async () => {
  await client.query('create table reference_row (id int generated always as identity, word text)');
  await client.query(`insert into reference_row (word) values ('kept')`);
  await client.query('create table pristine.reference_row as table reference_row');
  await client.query('create table business_row (id int primary key)');
  await client.query('create table child_row (id int references business_row)');
  await client.query('insert into business_row values (1)');
  await client.query('insert into child_row values (1)');
  await client.query(`update reference_row set word = 'spoilt'`);

  await database.reset();

  const { rows } = await client.query(
    `select (select count(*)::int from business_row) as business, (select count(*)::int from child_row) as children,
            (select string_agg(word, ',') from reference_row) as words`,
  );
  expect(rows).toEqual([{ business: 0, children: 0, words: 'kept' }]);
});

test('the database is as the migrations left it for whoever asks again', async () => {
  const again = await testDatabase();
  expect(again.url).toBe(database.url);
});
