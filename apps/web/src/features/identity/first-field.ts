import { type RefObject, useEffect, useRef } from 'react';

/** What was asked for by a click is ready to be typed: puts the focus on the first field, again whenever `which` changes. */
export function useFirstField<Box extends HTMLElement>(which: unknown): RefObject<Box | null> {
  const box = useRef<Box>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), [which]);
  return box;
}
