import { isGuessable } from './guessable-password.ts';

const amira = { email: 'amira.larsen@fjordwork.example', name: 'Amira Åse Larsen' };

test.each([
  ['a common one', 'qwertyuiop123'],
  ['a common one, lengthened', 'password2024!'],
  ['a common one in capitals, lengthened at both ends', '!!LIVERPOOL1999'],
  ['letters written as digits', 'P4$$w0rd!2026'],
  ['letters written as others', 'l1verp00l 12'],
  ['an accent', 'pässword12345'],
  ['a word twice', 'dragondragon'],
  ['a word thrice, with a number', 'dragon dragon dragon 1'],
  ['a short piece repeated', 'abcabcabcabc'],
  ['one character', 'aaaaaaaaaaaaaa'],
  ['digits in order', '123456789012'],
  ['digits backwards, and a year', '9876543210 2026'],
  ['the alphabet', 'abcdefghijklmn'],
  ['rows of the keyboard', 'qwertyasdfgh'],
  ['columns of the keyboard', '1qaz2wsx3edc'],
  ['our name', 'kontor-kontor!'],
  ['our name, dressed up', 'K0ntor2026!!'],
  ['their address', 'amira.larsen@fjordwork.example'],
  ['their name', 'AmiraLarsen2026'],
  ['their name, in other letters', 'åse larsen 1985'],
])('%s is guessed', (_, password) => expect(isGuessable(password, amira)).toBe(true));

test.each([
  'a long walk by the fjord',
  'correct horse battery staple',
  'purple guitar window silver',
  'amira walks to the harbour',
  'tV9#kq2Lw8!z',
  'ni hester i regn',
  '836291746530',
])('%s is not, and nobody asks for a capital or a digit', (password) =>
  expect(isGuessable(password, amira)).toBe(false),
);

test('what is known of somebody else is no reason', () => {
  expect(isGuessable('AmiraLarsen2026')).toBe(false);
});

test('a password of any length is looked at in no time', () => {
  const startedAt = process.cpuUsage();
  isGuessable('dragon1'.repeat(28), amira);
  isGuessable(`${'ab1'.repeat(66)}x`, amira);
  expect(process.cpuUsage(startedAt).user / 1_000).toBeLessThan(250); // Milliseconds, the reading of the list included.
});
