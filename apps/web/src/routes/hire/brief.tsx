import type { BriefView } from '@app/wire/hiring';
import type { AssistantMatches } from '@app/wire/matching';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useParams } from 'wouter';

import { send } from '../../api/client.ts';
import { nameOfCode, taxonomyQuery } from '../../api/taxonomy.ts';
import { BriefLine } from '../../features/hiring/brief-line.tsx';
import { ContractState } from '../../features/hiring/contract-state.tsx';
import { briefQuery, contractsQuery, matchesQuery, useHiringChanged } from '../../features/hiring/hiring.queries.ts';
import { MatchCard } from '../../features/hiring/match-card.tsx';
import { OfferDialog } from '../../features/hiring/offer-dialog.tsx';
import { formatAmount } from '../../ui/amount.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { formatAgreed } from '../../ui/duration.tsx';
import { formatDate } from '../../ui/instant.tsx';
import { languageName } from '../../ui/languages.ts';
import { Page, Section } from '../../ui/page.tsx';
import { State } from '../../ui/state.tsx';
import { Empty, Failed, Fetched, Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';

export function Brief() {
  const { id } = useParams<{ id: string }>();
  const brief = useQuery(briefQuery(id));
  if (brief.isPending) return <Loading lines={6} />;
  if (brief.isError) return <Failed error={brief.error} onRetry={() => void brief.refetch()} />;
  return <BriefPage brief={brief.data} />;
}

function BriefPage({ brief }: { readonly brief: BriefView }) {
  const t = useTranslations('hiring');
  const { data: taxonomy } = useQuery(taxonomyQuery);
  const names = (codes: readonly string[]) => codes.map((code) => nameOfCode(taxonomy, code)).join(', ');
  return (
    <Page
      title={brief.title}
      lede={<BriefLine brief={brief} />}
      actions={
        <>
          {brief.state === 'closed' ? <State tone="idle">{t('closed')}</State> : null}
          {brief.can.close ? <CloseBrief brief={brief} /> : null}
        </>
      }
    >
      <Section title={t('theBrief')} note={t('starts', { date: formatDate(brief.startsOn) })}>
        {brief.description ? (
          <p className="mb-3 max-w-[var(--measure)] whitespace-pre-line">{brief.description}</p>
        ) : null}
        <dl className="grid gap-x-4 gap-y-1 text-fine grid-cols-[6rem_minmax(0,1fr)]">
          <dt className="text-ink-faint">{t('takes')}</dt>
          <dd>{names(brief.specialties)}</dd>
          {brief.tools.length > 0 ? (
            <>
              <dt className="text-ink-faint">{t('tools')}</dt>
              <dd>{names(brief.tools)}</dd>
            </>
          ) : null}
          <dt className="text-ink-faint">{t('languages')}</dt>
          <dd>{brief.languages.map(languageName).join(', ')}</dd>
          {brief.overlapMinutes > 0 ? (
            <>
              <dt className="text-ink-faint">{t('inYourDay')}</dt>
              <dd>{t('aWeekOrMore', { hours: formatAgreed(brief.overlapMinutes) })}</dd>
            </>
          ) : null}
        </dl>
      </Section>
      <Matches brief={brief} />
    </Page>
  );
}

function Matches({ brief }: { readonly brief: BriefView }) {
  const t = useTranslations('hiring');
  const matches = useQuery(matchesQuery(brief.id));
  const [offeringTo, setOfferingTo] = useState<AssistantMatches['matches'][number] | null>(null);
  const { data: contracts } = useQuery(contractsQuery);
  const contractWith = (assistantId: string) =>
    contracts?.find((contract) => contract.briefId === brief.id && contract.assistant.id === assistantId);
  return (
    <Section title={t('whoFits')} note={t('whoFitsNote')}>
      <Fetched
        query={matches}
        lines={5}
        isEmpty={(data) => data.matches.length === 0}
        empty={
          <>
            <Empty title={t('nobodyFits')} action={<ButtonLink to="/hire/briefs/new">{t('writeAnother')}</ButtonLink>}>
              {t('nobodyFitsText')}
            </Empty>
            {matches.data ? <LeftOut brief={brief} data={matches.data} /> : null}
          </>
        }
      >
        {(data) => (
          <>
            <ol>
              {data.matches.map((match, index) => {
                const contract = contractWith(match.assistant.id);
                return (
                  <MatchCard
                    key={match.assistant.id}
                    match={match}
                    place={index + 1}
                    action={
                      contract ? (
                        <ContractState state={contract.state} />
                      ) : brief.can.offer ? (
                        <Button size="small" onClick={() => setOfferingTo(match)}>
                          {t('offerContract')}
                          <span className="sr-only"> {t('offerTo', { name: match.assistant.name })}</span>
                        </Button>
                      ) : null
                    }
                  />
                );
              })}
            </ol>
            <LeftOut brief={brief} data={data} />
          </>
        )}
      </Fetched>
      {offeringTo ? (
        <OfferDialog
          brief={brief}
          assistant={offeringTo.assistant}
          freeMinutes={offeringTo.freeMinutes}
          onClose={() => setOfferingTo(null)}
          onOffered={() => setOfferingTo(null)}
        />
      ) : null}
    </Section>
  );
}

function LeftOut({ brief, data }: { readonly brief: BriefView; readonly data: AssistantMatches }) {
  const t = useTranslations('hiring');
  const matching = useTranslations('matching');
  const values = {
    rate: formatAmount(brief.maxRateCents),
    hours: formatAgreed(brief.weeklyMinutes),
    overlap: formatAgreed(brief.overlapMinutes),
  };
  const left = data.leftOut.filter(({ count }) => count > 0);
  return (
    <div className="mt-4 text-fine text-ink-soft">
      <p>
        {t('considered', { count: data.considered })} {left.length > 0 ? t('leftOutTitle') : ''}
      </p>
      {left.length > 0 ? (
        <ul className="mt-1">
          {left.map(({ reason, count }) => (
            <li key={reason}>
              <span className="inline-block w-8 text-right font-semibold">{count}</span>{' '}
              {matching(`leftOut.${reason}`, values)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function CloseBrief({ brief }: { readonly brief: BriefView }) {
  const t = useTranslations('hiring');
  const say = useToast();
  const changed = useHiringChanged();
  const close = async () => {
    try {
      await send('POST', `/briefs/${brief.id}/closing`);
      await changed();
      say(t('closedToast'));
    } catch {
      say(t('notClosed'));
    }
  };
  return <Button onClick={() => void close()}>{t('closeBrief')}</Button>;
}
