import type { SQLInputValue } from 'node:sqlite';

import type { Database } from '../database.ts';
import type { Kind } from '../kinds.ts';
import { invalidParameter, missing } from './api-error.ts';

type Range = { gt?: number; gte?: number; lt?: number; lte?: number } | number;

export interface PageQuery {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
  created?: Range;
  arrival_date?: Range;
}

export interface Page<T> {
  readonly data: T[];
  readonly has_more: boolean;
}

/** One page, newest first. `ending_before` reads upwards from its object and still answers newest first. */
export function page<T>(
  db: Database,
  kind: Kind,
  account: string,
  query: PageQuery,
  filter: { sql: string; values: SQLInputValue[] },
): Page<T> {
  const limit = query.limit ?? 10;
  if (limit < 1 || limit > 100) throw invalidParameter('limit', 'This value must be between 1 and 100.');
  if (query.starting_after && query.ending_before)
    throw invalidParameter('ending_before', 'Give one of starting_after and ending_before.');

  const upwards = query.ending_before !== undefined;
  const cursor = query.ending_before ?? query.starting_after;
  const edge = cursor === undefined ? null : position(db, kind, cursor, upwards ? 'ending_before' : 'starting_after');
  const ranges = [...range('created', query.created), ...range('arrival_date', query.arrival_date)];

  const rows = db.all<{ json: string }>(
    `select json from object where type = ? and account = ?${filter.sql}${ranges.map((r) => ` and ${r.sql}`).join('')}` +
      `${edge === null ? '' : ` and seq ${upwards ? '>' : '<'} ?`} order by seq ${upwards ? 'asc' : 'desc'} limit ?`,
    kind, account, ...filter.values, ...ranges.map((r) => r.value), ...(edge === null ? [] : [edge]), limit + 1,
  ); // prettier-ignore
  const data = rows.slice(0, limit).map((row) => JSON.parse(row.json) as T);
  return { data: upwards ? data.reverse() : data, has_more: rows.length > limit };
}

function position(db: Database, kind: Kind, id: string, param: string): number {
  const row = db.one<{ seq: number }>('select seq from object where id = ? and type = ?', id, kind);
  if (!row) throw missing(kind, id, param);
  return row.seq;
}

const SIGNS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

function range(column: 'created' | 'arrival_date', wanted: Range | undefined): { sql: string; value: number }[] {
  if (wanted === undefined) return [];
  if (typeof wanted === 'number') return [{ sql: `${column} = ?`, value: wanted }];
  return (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).flatMap((sign) => {
    const value = wanted[sign];
    return value === undefined ? [] : [{ sql: `${column} ${SIGNS[sign]} ?`, value }];
  });
}
