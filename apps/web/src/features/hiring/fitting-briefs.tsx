import type { BriefMatches } from '@app/wire/matching';
import { useTranslations } from 'use-intl';

import { zoneName } from '../../ui/reader.tsx';
import { countryName } from '../../ui/country.ts';
import { BriefLine } from './brief-line.tsx';
import { MatchTerms } from './match-terms.tsx';

/** Briefs for one assistant, best first, with the reasons. */
export function FittingBriefs({ data }: { readonly data: BriefMatches }) {
  const t = useTranslations('hiring');
  return (
    <ol>
      {data.matches.map(({ brief, client, score, terms }) => (
        <li
          key={brief.id}
          className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-4 gap-y-3 border-b border-rule py-4 first:pt-1"
        >
          <p className="text-center leading-none">
            <span className="block text-title font-bold">{score}</span>
            <span className="mt-1 block text-fine text-ink-faint">{t('ofHundred')}</span>
          </p>
          <div className="min-w-0">
            <h3 className="text-body">{brief.title}</h3>
            <p className="text-fine text-ink-soft">
              {client.name}, {countryName(client.country)} ({zoneName(client.zone)}) · <BriefLine brief={brief} />
            </p>
            {brief.description ? <p className="mt-2 line-clamp-3 max-w-[var(--measure)]">{brief.description}</p> : null}
          </div>
          <div className="col-span-full sm:col-start-2">
            <MatchTerms terms={terms} />
          </div>
        </li>
      ))}
    </ol>
  );
}
