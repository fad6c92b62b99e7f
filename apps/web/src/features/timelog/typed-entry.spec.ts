import { typedEntry } from './typed-entry.ts';

test.each([
  ['9-12:30', '09:00', '12:30', ''],
  ['9:15-10 Answered the mail', '09:15', '10:00', 'Answered the mail'],
  ['0915 – 1730  Two words', '09:15', '17:30', 'Two words'],
  ['22.30-24', '22:30', '00:00', ''],
])('%s is two times and a note', (typed, start, end, note) => {
  expect(typedEntry(typed)).toEqual({ start, end, note });
});

test.each(['', '9', '2:30', '9-', '25-26', '9:70-10', 'mail 9-10'])('%s is not', (typed) => {
  expect(typedEntry(typed)).toBeNull();
});
