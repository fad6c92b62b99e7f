import type { TaxonomyView } from '@app/wire/profiles';
import { queryOptions } from '@tanstack/react-query';

import { get } from './client.ts';

/** The specialties, the tools under each, and the countries that can be paid: the same for everybody, all day. */
export const taxonomyQuery = queryOptions({
  queryKey: ['taxonomy'],
  queryFn: ({ signal }) => get<TaxonomyView>('/taxonomy', signal),
  staleTime: Infinity,
});

export function nameOfCode(taxonomy: TaxonomyView | undefined, code: string): string {
  for (const specialty of taxonomy?.specialties ?? []) {
    if (specialty.code === code) return specialty.name;
    const tool = specialty.tools.find((one) => one.code === code);
    if (tool) return tool.name;
  }
  return code;
}
