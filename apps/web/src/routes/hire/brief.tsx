import type { BriefView } from '@app/wire/hiring';
import type { AssistantMatches } from '@app/wire/matching';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'wouter';

import { send } from '../../api/client.ts';
import { nameOfCode, taxonomyQuery } from '../../api/taxonomy.ts';
import { BriefLine } from '../../features/hiring/brief-line.tsx';
import { ContractState } from '../../features/hiring/contract-state.tsx';
import { briefQuery, contractsQuery, matchesQuery, useHiringChanged } from '../../features/hiring/hiring.queries.ts';
import { MatchCard } from '../../features/hiring/match-card.tsx';
import { OfferDialog } from '../../features/hiring/offer-dialog.tsx';
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
  const { data: taxonomy } = useQuery(taxonomyQuery);
  const names = (codes: readonly string[]) => codes.map((code) => nameOfCode(taxonomy, code)).join(', ');
  return (
    <Page
      title={brief.title}
      lede={<BriefLine brief={brief} />}
      actions={
        <>
          {brief.state === 'closed' ? <State tone="idle">Closed</State> : null}
          {brief.can.close ? <CloseBrief brief={brief} /> : null}
        </>
      }
    >
      <Section title="The brief" note={<>starts {formatDate(brief.startsOn)}</>}>
        {brief.description ? (
          <p className="mb-3 max-w-[var(--measure)] whitespace-pre-line">{brief.description}</p>
        ) : null}
        <dl className="grid gap-x-4 gap-y-1 text-fine grid-cols-[6rem_minmax(0,1fr)]">
          <dt className="text-ink-faint">Takes</dt>
          <dd>{names(brief.specialties)}</dd>
          {brief.tools.length > 0 ? (
            <>
              <dt className="text-ink-faint">Tools</dt>
              <dd>{names(brief.tools)}</dd>
            </>
          ) : null}
          <dt className="text-ink-faint">Languages</dt>
          <dd>{brief.languages.map(languageName).join(', ')}</dd>
          {brief.overlapMinutes > 0 ? (
            <>
              <dt className="text-ink-faint">In your day</dt>
              <dd>{formatAgreed(brief.overlapMinutes)} a week or more</dd>
            </>
          ) : null}
        </dl>
      </Section>
      <Matches brief={brief} />
    </Page>
  );
}

function Matches({ brief }: { readonly brief: BriefView }) {
  const matches = useQuery(matchesQuery(brief.id));
  const [offeringTo, setOfferingTo] = useState<AssistantMatches['matches'][number] | null>(null);
  const { data: contracts } = useQuery(contractsQuery);
  const contractWith = (assistantId: string) =>
    contracts?.find((contract) => contract.briefId === brief.id && contract.assistant.id === assistantId);
  return (
    <Section title="Who fits" note="Nobody can pay to rank. The points of each reason add up to the score.">
      <Fetched
        query={matches}
        lines={5}
        isEmpty={(data) => data.matches.length === 0}
        empty={
          <>
            <Empty
              title="Nobody fits as it stands"
              action={<ButtonLink to="/hire/briefs/new">Write another brief</ButtonLink>}
            >
              Widen the rate, ask for fewer hours, or leave out a tool.
            </Empty>
            {matches.data ? <LeftOut data={matches.data} /> : null}
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
                          Offer a contract<span className="sr-only"> to {match.assistant.name}</span>
                        </Button>
                      ) : null
                    }
                  />
                );
              })}
            </ol>
            <LeftOut data={data} />
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

function LeftOut({ data }: { readonly data: AssistantMatches }) {
  const left = data.leftOut.filter(({ count }) => count > 0);
  return (
    <div className="mt-4 text-fine text-ink-soft">
      <p>
        {data.considered} assistants were considered.{left.length > 0 ? ' Left out:' : ''}
      </p>
      {left.length > 0 ? (
        <ul className="mt-1">
          {left.map(({ reason, count, says }) => (
            <li key={reason}>
              <span className="inline-block w-8 text-right font-semibold">{count}</span> {says}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function CloseBrief({ brief }: { readonly brief: BriefView }) {
  const say = useToast();
  const changed = useHiringChanged();
  const close = async () => {
    try {
      await send('POST', `/briefs/${brief.id}/closing`);
      await changed();
      say('Closed. Contracts made from it go on.');
    } catch {
      say('It could not be closed just now.');
    }
  };
  return <Button onClick={() => void close()}>Close the brief</Button>;
}
