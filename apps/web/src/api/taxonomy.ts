import type { TaxonomyView } from '@app/wire/profiles';
import { queryOptions } from '@tanstack/react-query';

import { translator } from '../i18n/spoken.ts';
import { get } from './client.ts';

/** The specialties, the tools under each, and the countries that can be paid: the same for everybody, all day. */
export const taxonomyQuery = queryOptions({
  queryKey: ['taxonomy'],
  queryFn: ({ signal }) => get<TaxonomyView>('/taxonomy', signal),
  staleTime: Infinity,
});

/** A specialty, tool or skill in the reader's language; a tool that has a name of its own keeps it. */
export function wordFor(code: string, name = code.replaceAll('_', ' ')): string {
  const t = translator('taxonomy');
  return t.has(code as 'bookkeeping') ? t(code as 'bookkeeping') : name;
}

export function nameOfCode(taxonomy: TaxonomyView | undefined, code: string): string {
  const tools = taxonomy?.specialties.flatMap((specialty) => specialty.tools) ?? [];
  return wordFor(code, tools.find((tool) => tool.code === code)?.name);
}
