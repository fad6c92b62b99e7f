import { z } from 'zod';

import { invalidRequest } from './faults.ts';

const Shape = z.strictObject({
  minutes: z.int().min(60).max(10_080),
  which: z.enum(['current', 'past']),
  id: z.uuid(),
  names: z.array(z.string().max(3)).min(1),
});

test('every fault says which field and what to write there', () => {
  const read = Shape.safeParse({ minutes: 5, which: 'next', id: 'x', names: ['long name'], more: 1 });
  const { faults, message } = invalidRequest(read.error?.issues ?? []);
  expect(faults).toEqual([
    { field: 'minutes', message: 'must be >=60' },
    { field: 'which', message: 'must be one of "current"|"past"' },
    { field: 'id', message: 'is not a valid UUID' },
    { field: 'names.0', message: 'must have <=3 characters' },
    { field: 'more', message: 'is not known here' },
  ]);
  expect(message).toContain('minutes must be >=60; which must be');
});

test('what is missing or of another kind is said so', () => {
  const faults = (given: unknown) => invalidRequest(Shape.safeParse(given).error?.issues ?? []).faults;
  expect(faults({ minutes: '5', which: 'past', id: crypto.randomUUID() })).toEqual([
    { field: 'minutes', message: 'must be of kind number, not string' },
    { field: 'names', message: 'is required' },
  ]);
  expect(faults([])).toEqual([{ field: 'body', message: 'must be of kind object, not array' }]);
});
