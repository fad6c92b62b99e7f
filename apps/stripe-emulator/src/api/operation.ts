import type { Context } from '../context.ts';
import type { Page, PageQuery } from './page.ts';

export type Method = 'GET' | 'POST' | 'DELETE';

export interface Call<Params> {
  readonly context: Context;
  readonly params: Params;
  /** The ids in the path, in order; `id` is the first. */
  readonly id: string;
  readonly ids: readonly string[];
  readonly path: string;
  readonly query: string;
  readonly rawBody: Buffer;
  readonly contentType: string;
}

export interface Operation {
  readonly method: Method;
  readonly path: string;
  readonly pattern: RegExp;
  readonly accepts: readonly string[];
  readonly run: (call: Call<never>) => object;
}

/**
 * One thing the API can do. `accepts` names the parameters that are honoured, dots for nesting, a name standing for all
 * beneath it: any other parameter is refused as not implemented, never ignored. `expand` is always accepted.
 */
export function operation<Params>(
  route: `${Method} /${string}`,
  accepts: readonly string[],
  run: (call: Call<Params>) => object,
): Operation {
  const [method, path] = route.split(' ') as [Method, string];
  const pattern = new RegExp(`^${path.replace(/\./g, '\\.').replace(/\{[^}]+\}/g, '([^/]+)')}$`);
  return { method, path, pattern, accepts, run };
}

export const PAGING = ['limit', 'starting_after', 'ending_before'] as const;

/** A page as version 1 of the API wraps it. */
export function asList<T>(call: Call<PageQuery>, found: Page<T>): object {
  return { object: 'list', url: call.path, has_more: found.has_more, data: found.data };
}

/** A page as version 2 of the API wraps it: the next one is a path, followed as it is. */
export function asV2List(call: Call<{ limit?: number; page?: string }>, all: readonly object[]): object {
  const { limit = 20, page = '0' } = call.params;
  const start = Number(page);
  const end = start + limit;
  const query = new URLSearchParams(call.query);
  query.set('page', String(end));
  return {
    data: all.slice(start, end),
    next_page_url: end < all.length ? `${call.path}?${query.toString()}` : null,
    previous_page_url: null,
  };
}

/** The dotted names of the parameters given that are not among those accepted. */
export function notAccepted(params: object, accepts: readonly string[]): string[] {
  const isAccepted = (name: string) => accepts.some((accepted) => name === accepted || name.startsWith(`${accepted}.`));
  return leaves(params, '').filter((name) => !isAccepted(name) && !/^(expand|include|page)(\.|$)/.test(name));
}

function leaves(value: unknown, name: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, name));
  if (typeof value !== 'object' || value === null) return [name];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, name ? `${name}.${key}` : key));
}
