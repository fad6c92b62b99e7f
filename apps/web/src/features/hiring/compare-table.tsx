import type { AssistantMatches } from '@app/wire/matching';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Amount } from '../../ui/amount.tsx';
import { countryName } from '../../ui/country.ts';
import { formatAgreed } from '../../ui/duration.tsx';
import { formatInstant } from '../../ui/instant.tsx';
import { useNow } from '../../ui/now.ts';
import { priceOf } from './price.ts';
import { usePrices } from './prices.ts';
import { termSays } from './term-says.ts';

export type Match = AssistantMatches['matches'][number];

const A_MINUTE_MS = 60_000;

interface CompareTableProps {
  readonly matches: readonly Match[];
  readonly weeklyMinutes: number;
  action(match: Match): ReactNode;
}

/** A column an assistant, a row a fact and then a row a reason; wider than the screen, it scrolls within itself. */
export function CompareTable({ matches, weeklyMinutes, action }: CompareTableProps) {
  const t = useTranslations('home.compare');
  const facts = useFacts(weeklyMinutes);
  const terms = matches[0]?.terms.map(({ term }) => term) ?? [];
  return (
    // Whoever scrolls by keyboard needs to be able to get there; relative, or what is only said widens the page.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section aria-label={t('table')} tabIndex={0} className="relative overflow-x-auto border-t-2 border-rule-strong">
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('table')}</caption>
        <thead>
          <tr className="border-b border-rule align-top">
            <th scope="col" className={`${heading} text-fine font-normal text-ink-faint`}>
              {t('what')}
            </th>
            {matches.map(({ assistant }) => (
              <th key={assistant.id} scope="col" className={`${cell} text-left`}>
                <span className="block text-lead">{assistant.name}</span>
                <span className="block text-fine font-normal text-ink-soft">{assistant.headline}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map(({ key, label, of }) => (
            <Row key={key} label={label} cells={matches.map((match) => [match.assistant.id, of(match)])} />
          ))}
          {terms.map((term) => (
            <Row
              key={term}
              label={t(`terms.${term}`)}
              cells={matches.map((match) => [match.assistant.id, <Points key={term} match={match} term={term} />])}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={heading}>
              <span className="sr-only">{t('what')}</span>
            </th>
            {matches.map((match) => (
              <td key={match.assistant.id} className={cell}>
                {action(match)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

const heading = 'sticky left-0 z-10 w-32 min-w-28 bg-paper py-2.5 pr-3 text-left max-sm:min-w-24';
const cell = 'min-w-52 py-2.5 pr-4';

function Row({ label, cells }: { readonly label: string; readonly cells: readonly (readonly [string, ReactNode])[] }) {
  return (
    <tr className="border-b border-rule align-top">
      <th scope="row" className={`${heading} text-fine font-semibold`}>
        {label}
      </th>
      {cells.map(([id, content]) => (
        <td key={id} className={cell}>
          {content}
        </td>
      ))}
    </tr>
  );
}

function useFacts(weeklyMinutes: number): { key: string; label: string; of(match: Match): ReactNode }[] {
  const t = useTranslations('home.compare');
  const { clientFeeBp } = usePrices();
  const now = useNow(A_MINUTE_MS);
  return [
    {
      key: 'score',
      label: t('score'),
      of: ({ score }) => <strong className="text-lead">{t('points', { score: String(score) })}</strong>,
    },
    { key: 'rate', label: t('rate'), of: ({ assistant }) => <Amount cents={assistant.rateCents} /> },
    { key: 'allIn', label: t('allIn'), of: ({ allInRateCents }) => <Amount cents={allInRateCents} /> },
    {
      key: 'week',
      label: t('week'),
      of: ({ assistant }) => (
        <Amount className="font-semibold" cents={priceOf(assistant.rateCents, weeklyMinutes, clientFeeBp).totalCents} />
      ),
    },
    { key: 'free', label: t('free'), of: ({ freeMinutes }) => formatAgreed(freeMinutes) },
    {
      key: 'country',
      label: t('country'),
      of: ({ assistant: { country, zone } }) => `${countryName(country)}, ${formatInstant(now, { zone, as: 'time' })}`,
    },
  ];
}

function Points({ match, term }: { readonly match: Match; readonly term: Match['terms'][number]['term'] }) {
  const t = useTranslations('home.compare');
  const reason = match.terms.find((one) => one.term === term);
  if (!reason) return '–';
  return (
    <>
      <span className="font-semibold">{t('of', { points: String(reason.points), most: String(reason.of) })}</span>
      <span className={`block text-fine ${reason.points === 0 ? 'text-ink-faint' : 'text-ink-soft'}`}>
        {termSays(reason)}
      </span>
    </>
  );
}
