import { useEffect, useState } from 'react';

import { ownStore } from '../api/own-store.ts';

/** Keeps what is typed under this name in this browser until it is sent. Nothing is kept of what was not touched. */
export function keepDraft(name: string, typed: object): void {
  ownStore.write(keyOf(name), typed);
}

export function draftOf<Typed extends object>(name: string | undefined): Partial<Typed> | null {
  return name === undefined ? null : (ownStore.read(keyOf(name)) as Partial<Typed> | null);
}

export function forgetDraft(name: string | undefined): void {
  if (name !== undefined) ownStore.remove(keyOf(name));
}

/** One text outside a form, kept in the same way. */
export function useDraftText(name: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => draftOf<{ text: string }>(name)?.text ?? '');
  useKept(text === '' ? undefined : name, { text });
  return [
    text,
    (typed) => {
      if (typed === '') forgetDraft(name);
      setText(typed);
    },
  ];
}

type DraftTexts = [Readonly<Record<string, string>>, (place: string, text: string) => void, () => void];

/** Several texts under one name, each at a place of its own, kept in the same way; how to write one, and to forget all. */
export function useDraftTexts(name: string): DraftTexts {
  const [texts, setTexts] = useState(() => (draftOf(name) ?? {}) as Readonly<Record<string, string>>);
  useKept(Object.keys(texts).length === 0 ? undefined : name, texts);
  return [
    texts,
    (place, text) => {
      const { [place]: _before, ...others } = texts;
      if (text === '' && Object.keys(others).length === 0) forgetDraft(name);
      setTexts(text === '' ? others : { ...others, [place]: text });
    },
    () => {
      forgetDraft(name);
      setTexts({});
    },
  ];
}

/** Writes what is typed with every key: a browser may be closed at any. */
export function useKept(name: string | undefined, typed: object): void {
  const written = JSON.stringify(typed);
  useEffect(() => {
    if (name !== undefined) keepDraft(name, JSON.parse(written) as object);
  }, [name, written]);
}

function keyOf(name: string): string {
  return `draft:${name}`;
}
