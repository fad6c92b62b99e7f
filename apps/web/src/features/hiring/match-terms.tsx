import type { MatchTerm } from '@app/wire/matching';

import { termSays } from './term-says.ts';

/** The score taken apart: every term with its points of the most it can give, and a sentence. They add up. */
export function MatchTerms({ terms }: { readonly terms: readonly MatchTerm[] }) {
  return (
    <ul className="grid gap-x-8 gap-y-1.5 sm:grid-cols-2">
      {terms.map((one) => {
        const { term, points, of } = one;
        return (
          <li
            key={term}
            className={`grid grid-cols-[3.25rem_minmax(0,1fr)] items-baseline gap-x-3 text-fine ${points === 0 ? 'text-ink-faint' : ''}`}
          >
            <span className="grid gap-0.5">
              <span className="text-right">
                <strong>{points}</strong>
                <span className="text-ink-faint"> / {of}</span>
              </span>
              <span aria-hidden="true" className="block h-1 bg-rule">
                <span className="block h-full bg-ink" style={{ width: of > 0 ? `${(100 * points) / of}%` : '0%' }} />
              </span>
            </span>
            <span>{termSays(one)}</span>
          </li>
        );
      })}
    </ul>
  );
}
