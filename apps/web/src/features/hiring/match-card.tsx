import type { AssistantMatches } from '@app/wire/matching';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Amount } from '../../ui/amount.tsx';
import { countryName } from '../../ui/country.ts';
import { formatAgreed } from '../../ui/duration.tsx';
import { formatInstant } from '../../ui/instant.tsx';
import { useNow } from '../../ui/now.ts';
import { zoneName } from '../../ui/reader.tsx';
import { MatchTerms } from './match-terms.tsx';

type Match = AssistantMatches['matches'][number];

const A_MINUTE_MS = 60_000;

interface MatchCardProps {
  readonly match: Match;
  readonly place: number;
  readonly action?: ReactNode;
  /** To be put side by side with others. */
  readonly compare?: { readonly isChosen: boolean; readonly isFull: boolean; onChange(isChosen: boolean): void };
}

/** One assistant for a brief: who, for how much, and every reason for their place in the list. */
export function MatchCard({ match, place, action, compare }: MatchCardProps) {
  const { assistant, score, terms, allInRateCents, freeMinutes } = match;
  const t = useTranslations('hiring');
  const home = useTranslations('home.compare');
  const now = useNow(A_MINUTE_MS);
  return (
    <li className="border-b border-rule py-5 first:pt-1">
      <div className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-4 gap-y-3 sm:grid-cols-[3.5rem_minmax(0,1fr)_auto]">
        <p className="text-center leading-none">
          <span className="block text-title font-bold">{score}</span>
          <span className="mt-1 block text-fine text-ink-faint">
            {t('ofHundred')}
            <span className="sr-only"> {t('pointsPlace', { place: String(place) })}</span>
          </span>
        </p>
        <div className="min-w-0">
          <h3 className="text-lead">{assistant.name}</h3>
          <p>{assistant.headline}</p>
          <p className="mt-0.5 text-fine text-ink-faint">
            {t('matchLine', {
              country: countryName(assistant.country),
              time: formatInstant(now, { zone: assistant.zone, as: 'time' }),
              zone: zoneName(assistant.zone),
              hours: formatAgreed(freeMinutes),
            })}
          </p>
        </div>
        <div className="flex items-center max-sm:justify-between gap-4 max-sm:col-span-2 sm:grid sm:justify-items-end sm:gap-2 sm:self-start">
          <p className="sm:text-right">
            <Amount cents={assistant.rateCents} isRate className="text-lead font-semibold" />
            <span className="block text-fine text-ink-faint">
              {t.rich('allIn', { amount: () => <Amount cents={allInRateCents} /> })}
            </span>
          </p>
          {action}
          {compare ? (
            <label className="inline-flex min-h-8 items-center gap-2 text-fine">
              <input
                type="checkbox"
                className="size-4"
                checked={compare.isChosen}
                disabled={compare.isFull && !compare.isChosen}
                onChange={(event) => compare.onChange(event.target.checked)}
              />
              {home('choose')}
              <span className="sr-only"> {home('chooseOf', { name: assistant.name })}</span>
            </label>
          ) : null}
        </div>
        <div className="col-span-full sm:col-start-2">
          <MatchTerms terms={terms} />
        </div>
      </div>
    </li>
  );
}
