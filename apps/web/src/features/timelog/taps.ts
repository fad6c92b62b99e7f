import type { TimeEntryView } from '@app/wire/timelog';
import { useSyncExternalStore } from 'react';

import { ApiError, Unreachable } from '../../api/api-error.ts';
import { send } from '../../api/client.ts';
import { ownStore } from '../../api/own-store.ts';

/** A start, switch or stop that the server has not heard of yet. */
export interface Tap {
  /** Makes it count once, however often it is sent. */
  readonly key: string;
  readonly does: 'start' | 'switch' | 'stop';
  /** By the server's clock, as far as it was known. */
  readonly at: string;
  readonly work: TappedWork | null;
  /** Why the server would not have it; it waits for its person to decide. */
  readonly refused?: { readonly status: number; readonly code: string; readonly details: Record<string, unknown> };
}

export interface TappedWork {
  readonly contractId: string;
  readonly note: string;
  readonly clientName: string;
  readonly title: string;
}

const NAME = 'timer-taps';
const CHANGED = 'kontor:taps';
const ANSWERS_WITHIN_MS = 8_000;
const NONE: readonly Tap[] = [];
const METHODS = { start: 'POST', switch: 'PUT', stop: 'DELETE' } as const;

let known: { written: string; taps: readonly Tap[] } = { written: '[]', taps: NONE };

/** What waits, in the order it was done. */
export function waitingTaps(): readonly Tap[] {
  const taps = (ownStore.read(NAME) as Tap[] | null) ?? NONE;
  const written = JSON.stringify(taps);
  if (known.written !== written) known = { written, taps };
  return known.taps;
}

export function useWaitingTaps(): readonly Tap[] {
  return useSyncExternalStore(subscribe, waitingTaps);
}

export function keepTap(tap: Tap): void {
  write([...waitingTaps(), tap]);
}

export function dropTaps(keys: readonly string[]): void {
  write(waitingTaps().filter(({ key }) => !keys.includes(key)));
}

/** Tells the server of one. Throws `Unreachable` when it does not answer soon, and what it refused otherwise. */
export async function sendTap<Answer>({ key, does, at, work }: Tap, saysWhen: boolean): Promise<Answer> {
  const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
  const when = saysWhen ? { at } : {};
  try {
    return await send<Answer>(
      METHODS[does],
      does === 'stop' && saysWhen ? `/timer?at=${encodeURIComponent(at)}` : '/timer',
      {
        idempotencyKey: key,
        signal,
        ...(work ? { body: { contractId: work.contractId, note: work.note, ...when } } : {}),
      },
    );
  } catch (error) {
    if (signal.aborted && !(error instanceof ApiError))
      throw new Unreachable('Kontor cannot be reached.', { cause: error });
    throw error;
  }
}

/** Tells the server of everything that waits, one after the other, up to the first that it refuses. True: all is told. */
export async function sendWaiting(): Promise<boolean> {
  // Two windows would tell of it side by side, out of order.
  if (!('locks' in navigator)) return sendAll();
  return navigator.locks.request(CHANGED, { ifAvailable: true }, (lock) => (lock ? sendAll() : false));
}

async function sendAll(): Promise<boolean> {
  for (;;) {
    const [tap] = waitingTaps();
    if (!tap) return true;
    if (tap.refused) return false;
    try {
      await sendTap(tap, true);
      dropTaps([tap.key]);
    } catch (error) {
      if (isDecided(error)) markRefused(tap.key, error);
      return false;
    }
  }
}

/** What runs once the server has heard of everything. */
export function runningAfter(running: TimeEntryView | null, taps: readonly Tap[]): TimeEntryView | null {
  return taps.reduce<TimeEntryView | null>((before, { key, at, work, refused }) => {
    if (refused) return before;
    return work ? entryOf(key, at, work) : null;
  }, running);
}

function entryOf(key: string, at: string, { contractId, note, clientName, title }: TappedWork): TimeEntryView {
  return {
    ...{ id: key, contractId, note, clientName, title },
    ...{ weekId: '', assistantName: '', start: at, end: null, source: 'timer', bucket: 'within' },
    can: { change: false },
  };
}

/** Asking again would be refused again. Whoever is not signed in, or asked too often, is not refused for good. */
function isDecided(error: unknown): error is ApiError {
  return (
    error instanceof ApiError &&
    error.status >= 400 &&
    error.status < 500 &&
    ![401, 408, 425, 429].includes(error.status) &&
    error.code !== 'request_in_progress'
  );
}

function markRefused(key: string, { status, code, details }: ApiError): void {
  write(waitingTaps().map((tap) => (tap.key === key ? { ...tap, refused: { status, code, details } } : tap)));
}

function write(taps: readonly Tap[]): void {
  if (taps.length > 0) ownStore.write(NAME, taps);
  else ownStore.remove(NAME);
  dispatchEvent(new Event(CHANGED));
}

function subscribe(changed: () => void): () => void {
  addEventListener(CHANGED, changed);
  addEventListener('storage', changed);
  return () => {
    removeEventListener(CHANGED, changed);
    removeEventListener('storage', changed);
  };
}
