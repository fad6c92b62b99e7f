import { readFileSync } from 'node:fs';

import { readExport, type ReadExport } from './read-export.ts';

const sample = (name: string) => readFileSync(`${import.meta.dirname}/samples/${name}.csv`, 'utf8');
const toggl =
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()';
const togglRow = (start: string, end: string, description = 'Answered the mail', duration = '') =>
  `Marta,marta@reis.example,,,,${description},No,${start.replace(' ', ',')},${end.replace(' ', ',')},${duration},,`;
const togglFile = (...rows: string[]) => [toggl, ...rows].join('\n');
const inLisbon = { zone: 'Europe/Lisbon' };

function rowsOf(read: ReturnType<typeof readExport>): ReadExport['rows'] {
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.rows;
}

test('a Toggl Track export is read, with its BOM, quotes and line breaks', () => {
  const read = readExport(sample('toggl-detailed'), { zone: 'Europe/Oslo' });
  expect(read).toEqual({
    from: 'Toggl Track',
    leftOut: [],
    columns: { start: 'Start time', end: 'End time' },
    rows: [
      {
        line: 2,
        start: new Date('2026-03-03T08:00:00Z'),
        end: new Date('2026-03-03T10:30:15Z'),
        note: 'Answered enquiries, sorted by urgency',
      },
      {
        line: 3,
        start: new Date('2026-03-03T12:00:00Z'),
        end: new Date('2026-03-03T14:00:00Z'),
        note: 'Drafted posts:\n"Spring opening" and two more',
      },
      {
        line: 5,
        start: new Date('2026-03-04T07:45:10Z'),
        end: new Date('2026-03-04T09:00:00Z'),
        note: 'Inbox: Replies: Zendesk',
      },
    ],
  });
});

test('a Clockify export is read on its twelve-hour clock, over midnight, and its breaks are left out', () => {
  const read = readExport(sample('clockify-detailed'), inLisbon);
  expect(read).toMatchObject({ from: 'Clockify', leftOut: [{ line: 3, reason: 'not work' }] });
  expect(rowsOf(read)).toMatchObject([
    { line: 2, start: new Date('2026-03-16T09:00:00Z'), end: new Date('2026-03-16T12:15:00Z') },
    { line: 4, start: new Date('2026-03-17T23:30:00Z'), end: new Date('2026-03-18T00:45:30Z') },
  ]);
});

test("Toggl Track's newer columns are known too", () => {
  const csv =
    '"Description","Billable","Duration","Member","Email","Project","Tags","Start date","Start time","Stop date","Stop time"\n' +
    '"Wrote the newsletter","Yes","1:00:00","A","a@example.com","-","-","2026-03-03","09:00:00","2026-03-03","10:00:00"\n';
  expect(rowsOf(readExport(csv, inLisbon))).toMatchObject([{ line: 2, note: 'Wrote the newsletter' }]);
});

test('a file saved by a spreadsheet with semicolons is read as well', () => {
  const csv = togglFile(togglRow('03.03.2026 09:00', '03.03.2026 10:00')).replaceAll(',', ';');
  expect(rowsOf(readExport(csv, inLisbon))).toMatchObject([{ start: new Date('2026-03-03T09:00:00Z') }]);
});

test('dates with slashes are read when the file tells their order', () => {
  const day = togglFile(
    togglRow('02/03/2026 09:00:00', '02/03/2026 10:00:00'),
    togglRow('13/03/2026 09:00:00', '13/03/2026 10:00:00'),
  );
  const month = togglFile(
    togglRow('03/02/2026 09:00:00', '03/02/2026 10:00:00'),
    togglRow('03/13/2026 09:00:00', '03/13/2026 10:00:00'),
  );
  for (const csv of [day, month]) {
    expect(rowsOf(readExport(csv, inLisbon))[0]?.start).toEqual(new Date('2026-03-02T09:00:00Z'));
  }
});

test('dates that may be two days are refused until somebody says which', () => {
  const csv = togglFile(togglRow('02/03/2026 09:00:00', '02/03/2026 10:00:00'));
  expect(readExport(csv, inLisbon)).toMatchObject({
    faults: [
      { line: 2, column: 'Start date' },
      { line: 2, column: 'End date' },
    ],
  });
  const [row] = rowsOf(readExport(csv, { ...inLisbon, dates: 'month_first' }));
  expect(row?.start).toEqual(new Date('2026-02-03T09:00:00Z'));
});

test('a time that the clocks skip is refused', () => {
  const csv = togglFile(togglRow('2026-03-29 01:30:00', '2026-03-29 03:00:00'));
  expect(readExport(csv, inLisbon)).toMatchObject({
    faults: [{ line: 2, column: 'Start time', message: expect.stringContaining('the clocks skip it') }],
  });
});

test('a time that comes twice is told by its duration, or asked for', () => {
  const [start, end] = ['2026-10-25 01:30:00', '2026-10-25 02:30:00'] as const;
  const later = new Date('2026-10-25T01:30:00Z');
  const earlier = new Date('2026-10-25T00:30:00Z');
  expect(
    rowsOf(readExport(togglFile(togglRow(start, end, 'Night shift mail', '01:00:00')), inLisbon))[0]?.start,
  ).toEqual(later);
  expect(
    rowsOf(readExport(togglFile(togglRow(start, end, 'Night shift mail', '02:00:00')), inLisbon))[0]?.start,
  ).toEqual(earlier);
  expect(readExport(togglFile(togglRow(start, end)), inLisbon)).toMatchObject({
    faults: [{ line: 2, column: 'Start time' }],
  });
  expect(rowsOf(readExport(togglFile(togglRow(start, end)), { ...inLisbon, fold: 'later' }))[0]?.start).toEqual(later);
});

test.each([
  ['an unclosed quote', togglFile(togglRow('2026-03-03 09:00:00', '2026-03-03 10:00:00', '"Answered')), 2, 'cell 6'],
  ['a row with a cell too few', togglFile('Marta,marta@reis.example'), 2, 'whole line'],
  ['a date that is none', togglFile(togglRow('soon 09:00:00', '2026-03-03 10:00:00')), 2, 'Start date'],
  ['a day not in the calendar', togglFile(togglRow('2026-02-30 09:00:00', '2026-03-03 10:00:00')), 2, 'Start date'],
  ['a time that is none', togglFile(togglRow('2026-03-03 25:00:00', '2026-03-03 10:00:00')), 2, 'Start time'],
  ['an end before its start', togglFile(togglRow('2026-03-03 09:00:00', '2026-03-03 08:00:00')), 2, 'End time'],
  ['a timer that still runs', togglFile(togglRow('2026-03-03 09:00:00', ' ')), 2, 'End time'],
  [
    'a description too short',
    togglFile(togglRow('2026-03-03 09:00:00', '2026-03-03 10:00:00', 'Mail')),
    2,
    'Description',
  ],
  ['no description', togglFile(togglRow('2026-03-03 09:00:00', '2026-03-03 10:00:00', '')), 2, 'Description'],
  ['another export', 'Date,Hours\n2026-03-03,2', 1, 'description'],
  ['nothing but a header', toggl, 1, 'whole line'],
  ['nothing at all', '', 1, 'whole line'],
])('%s is named by line and column', (_, csv, line, column) => {
  expect(readExport(csv, inLisbon)).toMatchObject({ faults: [{ line, column }] });
});

test("another person's time is not read", () => {
  const mine = togglRow('2026-03-03 09:00:00', '2026-03-03 10:00:00');
  const csv = togglFile(mine, mine.replace('marta@', 'ines@'));
  expect(readExport(csv, inLisbon)).toMatchObject({ faults: [{ line: 3, column: 'Email' }] });
});

test('a row without time is left out and told', () => {
  const csv = togglFile(
    togglRow('2026-03-03 09:00:00', '2026-03-03 10:00:00'),
    togglRow('2026-03-03 10:00:00', '2026-03-03 10:00:00'),
  );
  expect(readExport(csv, inLisbon)).toMatchObject({ rows: [{ line: 2 }], leftOut: [{ line: 3 }] });
});

test('at most 5,000 rows are read at once', () => {
  const row = togglRow('2026-03-03 09:00:00', '2026-03-03 10:00:00');
  const file = (rows: number) => togglFile(...Array.from({ length: rows }, () => row));
  expect(rowsOf(readExport(file(5_000), inLisbon))).toHaveLength(5_000);
  expect(readExport(file(5_001), inLisbon)).toMatchObject({ faults: [{ line: 5_002 }] });
});
