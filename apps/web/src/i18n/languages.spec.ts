import { firstKnown } from './languages.ts';

test.each([
  [['sv-SE', 'en'], 'sv'],
  [['nb'], 'nb'],
  // Whoever reads nynorsk, or says only that it is Norwegian, is nearest to bokmål.
  [['nn-NO'], 'nb'],
  [['no'], 'nb'],
  [['fi-FI', 'sv-FI', 'en'], 'sv'],
  [['en-US'], 'en'],
])('a browser that asks for %j is spoken to in %s', (tags, language) => {
  expect(firstKnown(tags)).toBe(language);
});

test('a browser that asks for none of ours is not guessed at', () => {
  expect(firstKnown(['fi', 'de-DE'])).toBeUndefined();
});
