import qs from 'qs';

import type { Method } from './operation.ts';

export interface Incoming {
  readonly method: Method;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly rawBody: Buffer;
}

export interface Params {
  [name: string]: unknown;
}

// The SDK indexes its arrays, and qs by default makes an object of more than twenty indices.
const FORM = { depth: 20, arrayLimit: 1000, parameterLimit: 10_000 };

/** The query of a GET or DELETE, the form of a version 1 POST, the JSON of a version 2 POST. */
export function parametersOf(incoming: Incoming): Params {
  const { search } = locationOf(incoming);
  if (incoming.method !== 'POST') return qs.parse(search.slice(1), FORM);
  const text = incoming.rawBody.toString('utf8');
  const type = contentTypeOf(incoming);
  if (type.startsWith('multipart/form-data')) return {};
  if (type.startsWith('application/json')) return text === '' ? {} : (JSON.parse(text) as Params);
  return qs.parse(text, FORM);
}

export function locationOf(incoming: Incoming): URL {
  return new URL(incoming.url, 'http://emulator');
}

export function contentTypeOf(incoming: Incoming): string {
  return header(incoming, 'content-type') ?? '';
}

export function header(incoming: Incoming, name: string): string | null {
  const value = incoming.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
