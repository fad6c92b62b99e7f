const PERSON = 'kontor:person';
const LEFT_BEHIND = new Set(['timer-taps']);

/**
 * What this browser keeps for the person who is signed in, and shows to nobody else: what they typed and did not send,
 * and what they last saw, for when nobody answers.
 */
export const ownStore = {
  /** Null: nothing is kept under this name. */
  read(name: string): unknown {
    const kept = localStorage.getItem(keyOf(name));
    return kept === null ? null : JSON.parse(kept);
  },
  /** A full store keeps what it has: nothing that is being done may fail for it. */
  write(name: string, value: unknown): void {
    try {
      localStorage.setItem(keyOf(name), JSON.stringify(value));
    } catch {
      // The browser keeps no more.
    }
  },
  remove(name: string): void {
    localStorage.removeItem(keyOf(name));
  },
};

/** Whose it is from now on. */
export function belongsTo(personId: string): void {
  localStorage.setItem(PERSON, personId);
}

/** Signed out: nothing is left behind, except what was done and could not be told yet. */
export function forgetPerson(): void {
  const own = keyOf('');
  const keys = Array.from({ length: localStorage.length }, (_, place) => localStorage.key(place) ?? '');
  for (const key of keys) {
    if (key.startsWith(own) && !LEFT_BEHIND.has(key.slice(own.length))) localStorage.removeItem(key);
  }
  localStorage.removeItem(PERSON);
}

function keyOf(name: string): string {
  return `kontor:${localStorage.getItem(PERSON) ?? ''}:${name}`;
}
