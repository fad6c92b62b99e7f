import type { BriefView } from '@app/wire/hiring';
import type { AssistantMatches } from '@app/wire/matching';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useParams, useSearch } from 'wouter';

import { send } from '../../api/client.ts';
import { nameOfCode, taxonomyQuery } from '../../api/taxonomy.ts';
import { BriefLine } from '../../features/hiring/brief-line.tsx';
import { ContractState } from '../../features/hiring/contract-state.tsx';
import { briefQuery, contractsQuery, matchesQuery, useHiringChanged } from '../../features/hiring/hiring.queries.ts';
import { LeftOut } from '../../features/hiring/left-out.tsx';
import { MatchCard } from '../../features/hiring/match-card.tsx';
import { OfferDialog } from '../../features/hiring/offer-dialog.tsx';
import { publicAssistantQuery } from '../../features/profiles/public.queries.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { formatAgreed } from '../../ui/duration.tsx';
import { formatDate } from '../../ui/instant.tsx';
import { languageName } from '../../ui/languages.ts';
import { Page, Section } from '../../ui/page.tsx';
import { State } from '../../ui/state.tsx';
import { Empty, Failed, Fetched, Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';

const FEWEST_COMPARED = 2;
const MOST_COMPARED = 4;

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
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = (id: string, isChosen: boolean) =>
    setChosen((others) => (isChosen ? [...others, id] : others.filter((other) => other !== id)));
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
            <InMind data={data} />
            <CompareBar briefId={brief.id} chosen={chosen} />
            <ol>
              {data.matches.map((match, index) => {
                const contract = contractWith(match.assistant.id);
                return (
                  <MatchCard
                    key={match.assistant.id}
                    match={match}
                    place={index + 1}
                    compare={{
                      isChosen: chosen.includes(match.assistant.id),
                      isFull: chosen.length >= MOST_COMPARED,
                      onChange: (isChosen) => choose(match.assistant.id, isChosen),
                    }}
                    action={
                      contract ? (
                        <Link href={`/hire/contracts/${contract.id}`}>
                          <ContractState state={contract.state} />
                        </Link>
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

/** What became of somebody who was chosen before the brief was written. */
function InMind({ data }: { readonly data: AssistantMatches }) {
  const t = useTranslations('public');
  const id = new URLSearchParams(useSearch()).get('assistant');
  const chosen = useQuery({ ...publicAssistantQuery(id ?? ''), enabled: id !== null });
  if (id === null || !chosen.data) return null;
  const place = data.matches.findIndex(({ assistant }) => assistant.id === id) + 1;
  const { name } = chosen.data;
  return (
    <p className="mb-3 border-l-4 border-rule-strong bg-band px-3 py-2">
      {place > 0 ? t('mindFits', { name, place: String(place) }) : t('mindLeftOut', { name })}
    </p>
  );
}

/** Two to four side by side. */
function CompareBar({ briefId, chosen }: { readonly briefId: string; readonly chosen: readonly string[] }) {
  const t = useTranslations('home.compare');
  return (
    <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-rule pb-2 text-fine text-ink-soft">
      <p aria-live="polite">{chosen.length === 1 ? t('oneMore') : t('hint')}</p>
      {chosen.length >= FEWEST_COMPARED ? (
        <ButtonLink to={`/hire/briefs/${briefId}/compare?with=${chosen.join(',')}`} size="small" weight="strong">
          {t('go', { count: chosen.length })}
        </ButtonLink>
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
