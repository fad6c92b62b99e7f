import { type ReactNode, useEffect, useRef } from 'react';

/** A field that a click has asked for, ready to be typed in. */
export function FirstField({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  return <div ref={box}>{children}</div>;
}
