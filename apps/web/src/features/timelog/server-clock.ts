import { ownStore } from '../../api/own-store.ts';

let aheadMs: number | null = null;

/** How far the server's clock is ahead of this browser's, as of an answer that has just come. */
export function setServerClock(now: string): void {
  aheadMs = Date.parse(now) - Date.now();
  ownStore.write('clock', aheadMs);
}

/** The time as the server counts it, as far as is known here: what a tap without a network is written down with. */
export function serverNow(): Date {
  return new Date(Date.now() + (aheadMs ?? (ownStore.read('clock') as number | null) ?? 0));
}
