import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { createTranslator } from 'use-intl/core';

import { icuArguments } from './icu-arguments.ts';
import { type Language, languages, locales } from './languages.ts';
import { sameAsEnglish } from './same-as-english.ts';

const I18N = resolve('apps/web/src/i18n');

interface Tree {
  readonly [key: string]: string | Tree;
}

test('every language has the same namespaces, and each is a type', () => {
  const [english, ...others] = languages.map(namespacesOf);
  for (const other of others) expect(other).toEqual(english);
  const types = readFileSync(join(I18N, 'messages.ts'), 'utf8');
  for (const namespace of english ?? []) expect(types).toContain(`from './en/${namespace}.json'`);
});

describe.each(languages.filter((language) => language !== 'en'))('%s', (language) => {
  test.each(namespacesOf('en'))('says everything in %s, with the same values', (namespace) => {
    const english = messagesOf('en', namespace);
    const theirs = messagesOf(language, namespace);
    expect([...theirs.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    for (const [key, message] of theirs) {
      expect({ key, takes: icuArguments(message) }).toEqual({ key, takes: icuArguments(english.get(key) ?? '') });
    }
  });

  test.each(namespacesOf('en'))('does not leave %s in English', (namespace) => {
    const english = messagesOf('en', namespace);
    const left = [...messagesOf(language, namespace)]
      .filter(([, message]) => /\p{L}{2}/u.test(withoutArguments(message)))
      .filter(([key, message]) => english.get(key) === message && !sameAsEnglish.has(`${namespace}.${key}`))
      .map(([key]) => `${namespace}.${key}`);
    expect(left).toEqual([]);
  });
});

test.each(languages)('every message in %s can be said', (language) => {
  const faults: string[] = [];
  for (const namespace of namespacesOf(language)) {
    for (const [key, message] of messagesOf(language, namespace)) {
      const { values, tags } = icuArguments(message);
      const given = Object.fromEntries([
        ...values.map((name) => [name, 3] as const),
        ...tags.map((name) => [name, (chunks: string) => chunks] as const),
      ]);
      const t = createTranslator({
        locale: locales[language],
        messages: { message } as never,
        onError: (error) => faults.push(`${namespace}.${key}: ${error.message}`),
        timeZone: 'UTC',
      });
      t.markup('message' as never, given as never);
    }
  }
  expect(faults).toEqual([]);
});

function namespacesOf(language: Language): string[] {
  return readdirSync(join(I18N, language))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted();
}

function messagesOf(language: Language, namespace: string): Map<string, string> {
  const tree = JSON.parse(readFileSync(join(I18N, language, `${namespace}.json`), 'utf8')) as Tree;
  return new Map(flat(tree, ''));
}

function flat(tree: Tree, path: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );
}

function withoutArguments(message: string): string {
  return message.replaceAll(/\{[^{}]*\}|<[^>]+>/g, '');
}
