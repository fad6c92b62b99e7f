import { stepsOf, workerDiesAt } from '../support/killed-worker.ts';
import { MONDAY, WorkedWeek } from '../support/worked-week.ts';

const FILE = [
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()',
  `Beatriz,beatriz@toggl.example,,,,Answered the early mails,No,${MONDAY},07:00:00,${MONDAY},08:00:00,01:00:00,,`,
  `Beatriz,beatriz@toggl.example,,,,Packed the returns,No,${MONDAY},08:00:00,${MONDAY},08:45:00,00:45:00,,`,
].join('\r\n');

let week: WorkedWeek;

beforeEach(async () => {
  week = await WorkedWeek.begin();
});
afterEach(async () => {
  try {
    expect(await week.violations()).toEqual({});
  } finally {
    await week.world.end();
  }
});

const entries = async () =>
  (await week.rows<{ note: string }>(`select note from time_entry where source = 'import' order by during`)).map(
    ({ note }) => note,
  );
const ALL = ['Answered the early mails', 'Packed the returns'];
const handsOver = () => week.beatriz.handsOver(week.contract, 'february.csv', FILE);

test.each(stepsOf('import'))(
  'a worker that is killed at %s leaves all or nothing, and another ends it',
  async (step) => {
    const { importId } = await handsOver();
    expect(await workerDiesAt(week.world, step)).toBe('SIGKILL');
    expect(await entries()).toEqual(step === 'import.logged' ? ALL : []);
    expect(await week.beatriz.importedFiles()).toMatchObject([
      {
        id: importId,
        state: step === 'import.logged' ? 'logged' : 'logging',
        rowsDone: step === 'import.logged' ? 2 : 0,
      },
    ]);
    await week.world.time.quiet();
    expect(await entries()).toEqual(ALL);
    expect(await week.beatriz.importedFiles()).toMatchObject([{ id: importId, state: 'logged', rowsDone: 2 }]);
    const { notices } = await week.beatriz.get<{ notices: { kind: string }[] }>('/notifications');
    expect(notices.filter(({ kind }) => kind.startsWith('import_'))).toMatchObject([{ kind: 'import_logged' }]);
  },
  240_000,
);

test('whoever leaves and comes back reads why their file was refused, line by line', async () => {
  await handsOver();
  await week.beatriz.logs(week.contract, 'mon 8:30-9:00', 'Called two suppliers', MONDAY);
  await week.world.time.quiet();
  await week.beatriz.signsIn();
  expect(await week.beatriz.importedFiles()).toMatchObject([
    { state: 'refused', rowsDone: 0, refusal: { code: 'csv_malformed', faults: [{ line: 3 }] } },
  ]);
  expect(await entries()).toEqual([]);
  const { notices } = await week.beatriz.get<{ notices: object[] }>('/notifications');
  expect(notices[0]).toMatchObject({
    kind: 'import_refused',
    facts: { file: 'february.csv', client: 'Fjordlys', rows: 2 },
    link: '/assist/time/import',
  });
  await week.ingrid.signsIn();
  expect(await week.ingrid.get('/time-imports')).toEqual([]);
});
