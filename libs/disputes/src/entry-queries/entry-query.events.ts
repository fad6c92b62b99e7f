import type { DomainEvent } from '@app/delivery';

import type { EntryQuery } from './entry-query.entity.ts';

interface OfQuery {
  readonly queryId: string;
}

export type QueryAsked = DomainEvent<'query.asked', OfQuery>;
/** `corrected`: the client is asked to agree to less time. */
export type QueryAnswered = DomainEvent<'query.answered', OfQuery & { how: 'answered' | 'corrected' }>;
export type QueryClosed = DomainEvent<'query.closed', OfQuery & { how: 'agreed' | 'declined' }>;

export function queryAsked({ id }: EntryQuery): QueryAsked {
  return { type: 'query.asked', payload: { queryId: id } };
}

export function queryAnswered({ id }: EntryQuery, how: 'answered' | 'corrected'): QueryAnswered {
  return { type: 'query.answered', payload: { queryId: id, how } };
}

export function queryClosed({ id }: EntryQuery, how: 'agreed' | 'declined'): QueryClosed {
  return { type: 'query.closed', payload: { queryId: id, how } };
}
