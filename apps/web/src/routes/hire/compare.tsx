import type { BriefView } from '@app/wire/hiring';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useParams, useSearch } from 'wouter';

import { CompareTable, type Match } from '../../features/hiring/compare-table.tsx';
import { briefQuery, contractsQuery, matchesQuery } from '../../features/hiring/hiring.queries.ts';
import { ContractState } from '../../features/hiring/contract-state.tsx';
import { LeftOut } from '../../features/hiring/left-out.tsx';
import { OfferDialog } from '../../features/hiring/offer-dialog.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { formatAgreed } from '../../ui/duration.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Failed, Fetched, Loading } from '../../ui/states.tsx';

const MOST = 4;

/** A few who fit a brief, side by side: the same terms as on their cards, as rows. */
export function Compare() {
  const { id } = useParams<{ id: string }>();
  const brief = useQuery(briefQuery(id));
  if (brief.isPending) return <Loading lines={6} />;
  if (brief.isError) return <Failed error={brief.error} onRetry={() => void brief.refetch()} />;
  return <ComparePage brief={brief.data} />;
}

function ComparePage({ brief }: { readonly brief: BriefView }) {
  const t = useTranslations('home.compare');
  const matches = useQuery(matchesQuery(brief.id));
  const ids = (new URLSearchParams(useSearch()).get('with') ?? '').split(',').slice(0, MOST);
  const back = `/hire/briefs/${brief.id}`;
  return (
    <Page title={t('title')} lede={t('lede', { title: brief.title, hours: formatAgreed(brief.weeklyMinutes) })}>
      <Fetched query={matches} lines={8}>
        {(data) => {
          const chosen = data.matches.filter(({ assistant }) => ids.includes(assistant.id));
          return (
            <>
              {chosen.length > 1 ? (
                <Chosen brief={brief} chosen={chosen} />
              ) : (
                <Empty title={t('none')} action={<ButtonLink to={back}>{t('back')}</ButtonLink>}>
                  {t('noneText')}
                </Empty>
              )}
              <Section title={t('leftOut')} note={t('leftOutNote')}>
                <LeftOut brief={brief} data={data} />
              </Section>
            </>
          );
        }}
      </Fetched>
      <p>
        <Link href={back}>{t('back')}</Link>
      </p>
    </Page>
  );
}

function Chosen({ brief, chosen }: { readonly brief: BriefView; readonly chosen: readonly Match[] }) {
  const t = useTranslations('hiring');
  const [offeringTo, setOfferingTo] = useState<Match | null>(null);
  const { data: contracts } = useQuery(contractsQuery);
  const contractWith = (assistantId: string) =>
    contracts?.find((contract) => contract.briefId === brief.id && contract.assistant.id === assistantId);
  return (
    <div className="mb-9">
      <CompareTable
        matches={chosen}
        weeklyMinutes={brief.weeklyMinutes}
        action={(match) => {
          const contract = contractWith(match.assistant.id);
          if (contract) {
            return (
              <Link href={`/hire/contracts/${contract.id}`}>
                <ContractState state={contract.state} />
              </Link>
            );
          }
          return brief.can.offer ? (
            <Button size="small" onClick={() => setOfferingTo(match)}>
              {t('offerContract')}
              <span className="sr-only"> {t('offerTo', { name: match.assistant.name })}</span>
            </Button>
          ) : null;
        }}
      />
      {offeringTo ? (
        <OfferDialog
          brief={brief}
          assistant={offeringTo.assistant}
          freeMinutes={offeringTo.freeMinutes}
          onClose={() => setOfferingTo(null)}
          onOffered={() => setOfferingTo(null)}
        />
      ) : null}
    </div>
  );
}
