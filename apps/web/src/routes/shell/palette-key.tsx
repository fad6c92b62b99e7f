import { useEffect, useState } from 'react';

import type { Side } from './places.ts';
import { later } from '../../ui/later.tsx';

const Palette = later(async () => (await import('./palette.tsx')).Palette);
const OPENED = 'kontor:palette';

/** From a button anywhere in the shell. */
export function openPalette(): void {
  dispatchEvent(new Event(OPENED));
}

/** Ctrl or Cmd with K opens the palette, and closes it. Its code is fetched when it is first wanted. */
export function PaletteKey({ side }: { readonly side: Side }) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setOpen((current) => !current);
    };
    const open = () => setOpen(true);
    addEventListener('keydown', press);
    addEventListener(OPENED, open);
    return () => {
      removeEventListener('keydown', press);
      removeEventListener(OPENED, open);
    };
  }, []);
  if (!isOpen) return null;
  return <Palette side={side} onClose={() => setOpen(false)} />;
}
