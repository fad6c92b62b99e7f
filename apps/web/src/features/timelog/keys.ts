import { useEffect, useRef, useState } from 'react';

const OFF = 'kontor:keys';

/** What single keys do: `1` to `9` stand for the clients in their order. */
export type TimerKey = 's' | 'x' | 'n' | '?' | number;

export function areKeysOn(): boolean {
  return localStorage.getItem(OFF) !== 'off';
}

/** Whoever speaks to the browser, or types with a switch, can do without keys that act alone. */
export function useKeysSwitch(): [boolean, (on: boolean) => void] {
  const [isOn, setOn] = useState(areKeysOn);
  return [
    isOn,
    (on) => {
      if (on) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, 'off');
      setOn(on);
    },
  ];
}

/** Single keys, wherever nothing is typed and no question is open. */
export function useTimerKeys(press: (key: TimerKey) => void): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isElsewhere(event)) return;
      const key = timerKey(event.key);
      if (key === null || (key !== '?' && !areKeysOn())) return;
      event.preventDefault();
      latest.current(key);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

function timerKey(key: string): TimerKey | null {
  if (/^[1-9]$/.test(key)) return Number(key);
  const low = key.toLowerCase();
  return low === 's' || low === 'x' || low === 'n' || low === '?' ? low : null;
}

function isElsewhere({ target }: KeyboardEvent): boolean {
  const isTyped =
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [data-typed]') !== null;
  return isTyped || document.querySelector('dialog[open]') !== null;
}
