import type { Person } from '../../apps/kontor/src/world/person.ts';
import { StaffPerson } from '../../apps/kontor/src/world/staff-person.ts';
import { WorkedWeek } from '../support/worked-week.ts';

const WHY = 'The calendar shows that the office was closed';
const TEXT = 'What I sent on that day, mail by mail';

let week: WorkedWeek;

beforeAll(async () => {
  week = await WorkedWeek.begin();
  await week.charged();
}, 120_000);
afterAll(() => week?.world.end());

function asked(path: string, by: Person, body?: FormData): Promise<Response> {
  const { name, value } = by.cookie ?? { name: '', value: '' };
  return fetch(`${week.world.apiUrl}/api${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie: `${name}=${value}` },
    ...(body ? { body } : {}),
  });
}

async function staff({ name, zone, email }: Pick<Person, 'name' | 'zone' | 'email'>): Promise<StaffPerson> {
  const person = new StaffPerson(week.world, name, zone, email);
  await person.isMadeStaff();
  return person;
}

async function disputed(): Promise<{ id: string; fileId: string }> {
  const [past] = await week.ingrid.get<{ id: string }[]>('/weeks?which=past');
  const { entries } = await week.ingrid.get<{ entries: { id: string }[] }>(`/weeks/${past?.id}`);
  const id = await week.ingrid.disputes(past?.id ?? '', entries[0]?.id ?? '', { reason: WHY });
  const form = new FormData();
  form.append('text', 'What I sent that day');
  form.append('file', new Blob([TEXT], { type: 'text/plain' }), 'sent mails.txt');
  const answer = await asked(`/disputes/${id}/files`, week.beatriz, form);
  if (!answer.ok) throw new Error(await answer.text());
  const added = (await answer.json()) as { statements: { file: { id: string } | null }[] };
  return { id, fileId: added.statements.flatMap(({ file }) => file ?? []).at(0)?.id ?? '' };
}

test('staff open a file of the evidence, to be saved and never shown, and the audit says who did', async () => {
  const { id, fileId } = await disputed();
  const dana = new StaffPerson(week.world, 'Dana Reyes', 'America/New_York');
  await dana.joins();
  const answer = await asked(`/staff/disputes/${id}/files/${fileId}`, dana);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe(TEXT);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment; filename="sent mails\.txt"/),
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  });
  const audit = () => dana.get<object[]>(`/staff/audit?kind=dispute&id=${id}`);
  const opened = { action: 'dispute.file_opened', actorId: dana.id, after: { fileId } };
  expect(await audit()).toMatchObject([opened]);

  const other = await asked(`/staff/disputes/${id}/files/${id}`, dana);
  expect([other.status, await other.json()]).toMatchObject([404, { code: 'file_not_found' }]);

  for (const party of [await staff(week.ingrid), await staff(week.beatriz)]) {
    const refused = await asked(`/staff/disputes/${id}/files/${fileId}`, party);
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'party_to_it' }]);
  }
  expect(await audit()).toMatchObject([opened]);
}, 240_000);
