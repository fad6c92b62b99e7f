import { outcomeOf, type Overlap } from './overlap.ts';

const overlap = (oldStart: string, oldEnd: string): Overlap => ({
  start: '2026-03-04T09:00:00Z',
  end: '2026-03-04T12:00:00Z',
  choices: ['trim_new', 'trim_old', 'split_old'],
  overlaps: [
    { entryId: 'e', contractId: 'c', contractTitle: 'Mail', clientName: 'Oslo', start: oldStart, end: oldEnd },
  ],
});
const at = (clock: string) => Date.parse(`2026-03-04T${clock}:00Z`);

test('trimming the new leaves it what is free, on both sides of what is logged', () => {
  expect(outcomeOf('trim_new', overlap('2026-03-04T10:00:00Z', '2026-03-04T10:30:00Z'))).toEqual({
    added: [
      { start: at('09:00'), end: at('10:00') },
      { start: at('10:30'), end: at('12:00') },
    ],
    kept: [[{ start: at('10:00'), end: at('10:30') }]],
  });
});

test('trimming the old shortens it to where the new begins', () => {
  expect(outcomeOf('trim_old', overlap('2026-03-04T08:00:00Z', '2026-03-04T10:00:00Z'))).toEqual({
    added: [{ start: at('09:00'), end: at('12:00') }],
    kept: [[{ start: at('08:00'), end: at('09:00') }]],
  });
});

test('splitting the old keeps both of its ends', () => {
  expect(outcomeOf('split_old', overlap('2026-03-04T08:00:00Z', '2026-03-04T13:00:00Z'))).toEqual({
    added: [{ start: at('09:00'), end: at('12:00') }],
    kept: [
      [
        { start: at('08:00'), end: at('09:00') },
        { start: at('12:00'), end: at('13:00') },
      ],
    ],
  });
});
