import type { Messages } from './messages.ts';

/** `./en/timer.json` holds the namespace `timer`. A spec holds the three languages to the same names and keys. */
export function byNamespace(files: Readonly<Record<string, unknown>>): Messages {
  const entries = Object.entries(files).map(([path, messages]) => [
    path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
    messages,
  ]);
  return Object.fromEntries(entries) as Messages;
}
