import type { DisputeDetail } from '@app/wire/disputes';
import type { TimeEntryView, WeekDetail } from '@app/wire/timelog';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useLocation, useParams } from 'wouter';

import { ApproveWeek } from '../../features/billing/approve-week.tsx';
import { LineByLine, LooksRight, useLookedAt } from '../../features/billing/looked-at.tsx';
import { AskDialog } from '../../features/disputes/ask-dialog.tsx';
import { EntryMarks } from '../../features/disputes/entry-marks.tsx';
import { LateReport } from '../../features/disputes/late-report.tsx';
import { OpenDisputeDialog } from '../../features/disputes/open-dispute-dialog.tsx';
import { useWeekUnderReview } from '../../features/disputes/week-under-review.ts';
import { contractsQuery } from '../../features/hiring/hiring.queries.ts';
import { priceOf } from '../../features/hiring/price.ts';
import { EntryDays } from '../../features/timelog/entry-list.tsx';
import { RaiseLimit } from '../../features/timelog/raise-limit.tsx';
import { weekQuery } from '../../features/timelog/timelog.queries.ts';
import { WeekSays } from '../../features/timelog/week-says.tsx';
import { WeekState } from '../../features/timelog/week-state.tsx';
import { worked } from '../../features/timelog/worked.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Duration } from '../../ui/duration.tsx';
import { HoursBar } from '../../ui/hours-bar.tsx';
import { Instant } from '../../ui/instant.tsx';
import { useNow } from '../../ui/now.ts';
import { Figures, Page, Section } from '../../ui/page.tsx';
import { useReader, zoneName } from '../../ui/reader.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Week } from '../../ui/week.tsx';

const A_MINUTE_MS = 60_000;

export function WeekRoute() {
  const { id } = useParams<{ id: string }>();
  const week = useQuery(weekQuery(id));
  if (week.isPending) return <Loading lines={6} />;
  if (week.isError) return <Failed error={week.error} onRetry={() => void week.refetch()} />;
  return <WeekPage week={week.data} />;
}

function WeekPage({ week }: { readonly week: WeekDetail }) {
  const t = useTranslations('time');
  const words = useTranslations('disputes');
  const { zone } = useReader();
  const now = useNow(A_MINUTE_MS);
  const { within, over } = worked(week, now);
  const { disputable, disputes, questions } = useWeekUnderReview(week.id, week.state !== 'open');
  const can = disputable?.can ?? { ask: false, dispute: false };
  const contract = useQuery(contractsQuery).data?.find(({ id }) => id === week.contractId);
  const [asking, setAsking] = useState<TimeEntryView | null>(null);
  /** The entries that are chosen at first. */
  const [disputing, setDisputing] = useState<readonly string[] | null>(null);
  const opened = useOpened();
  const lookedAt = useLookedAt(week.id);
  const billed = disputable?.entries ?? [];
  const notRight = billed.filter(({ entryId }) => !lookedAt.has(entryId)).map(({ entryId }) => entryId);
  const isAllRight = billed.length > 1 && notRight.length === 0;
  const approve = week.can.approve ? (
    <ApproveWeek
      weekId={week.id}
      assistantName={week.assistant.name}
      seconds={week.countedSeconds}
      totalCents={week.clientTotalCents}
      onApproved={lookedAt.forget}
    />
  ) : null;
  return (
    <Page
      title={week.assistant.name}
      lede={t.rich('weekLede', {
        title: week.title,
        contract: (chunks) => <Link href={`/hire/contracts/${week.contractId}`}>{chunks}</Link>,
        week: () => <Week {...week} />,
      })}
      actions={
        <>
          {can.dispute ? <Button onClick={() => setDisputing([])}>{words('disputeLines')}</Button> : null}
          {approve && !isAllRight ? approve : null}
        </>
      }
    >
      {can.ask && disputable?.until ? (
        <p className="mb-6 border-l-4 border-waiting bg-waiting-wash px-3 py-2">
          {words.rich('reviewEnds', {
            date: () => <Instant at={disputable.until ?? ''} isEnd />,
            zone: zoneName(zone),
            strong: (chunks) => <strong>{chunks}</strong>,
          })}
        </p>
      ) : null}
      <Figures
        figures={[
          {
            label: t('hours'),
            value: <Duration seconds={within} />,
            note: over > 0 ? t.rich('pastTheLimit', { duration: () => <Duration seconds={over} /> }) : t('withinLimit'),
          },
          { label: t('rate'), value: <Amount cents={week.rateCents} isRate /> },
          { label: t('toAssistant'), value: <Amount cents={week.worthCents} /> },
          { label: t('youPay'), value: <Amount cents={week.clientTotalCents} /> },
        ]}
      />
      <Section title={t('stands')} note={<WeekState week={week} />}>
        <p className="mb-3">
          <WeekSays week={week} now={now} />
        </p>
        <HoursBar
          label={t('hoursAgainst')}
          seconds={within}
          limitSeconds={week.limitSeconds}
          overSeconds={over}
          isRunning={week.runningSince !== null}
          isOpen={week.state === 'open'}
        />
        <p className="mt-2 text-fine text-ink-faint">
          {t.rich(`dates.${week.state === 'open' ? 'freezes' : 'frozen'}${week.reviewEndsAt ? 'Review' : ''}`, {
            date: () => <Instant at={week.freezesAt} />,
            // Of a disputed week too, whose other lines are still in review.
            end: () => <Instant at={disputable?.until ?? week.reviewEndsAt ?? week.freezesAt} isEnd />,
          })}
        </p>
        {week.can.raiseLimit && contract ? (
          <RaiseLimit
            week={week}
            costOf={(minutes) => priceOf(week.rateCents, minutes, contract.clientFeeBp).totalCents}
          />
        ) : null}
      </Section>
      <LateReport disputable={disputable} assistantName={week.assistant.name} />
      <Section title={t('whatDone')}>
        {approve && billed.length > 1 ? (
          <LineByLine
            right={billed.length - notRight.length}
            lines={billed.length}
            approve={approve}
            dispute={
              can.dispute ? (
                <Button onClick={() => setDisputing(notRight)}>
                  {words('disputeOthers', { count: notRight.length })}
                </Button>
              ) : null
            }
          />
        ) : null}
        {week.entries.length > 0 ? (
          <EntryDays
            entries={week.entries}
            now={now}
            under={(entry) => {
              const line = billed.find(({ entryId }) => entryId === entry.id);
              return (
                <EntryMarks
                  entryId={entry.id}
                  note={entry.note}
                  disputes={disputes}
                  questions={questions}
                  can={{
                    ask: can.ask && line !== undefined,
                    dispute: can.dispute && (line?.disputableSeconds ?? 0) > 0,
                  }}
                  beside={
                    approve && line && billed.length > 1 ? (
                      <LooksRight
                        note={entry.note}
                        isRight={lookedAt.has(entry.id)}
                        onChange={(isRight) => lookedAt.set(entry.id, isRight)}
                      />
                    ) : null
                  }
                  onAsk={() => setAsking(entry)}
                  onDispute={() => setDisputing([entry.id])}
                />
              );
            }}
          />
        ) : (
          <Empty title={t('nothingYet')}>{t('nothingYetText')}</Empty>
        )}
      </Section>
      {asking ? <AskDialog entry={asking} assistantName={week.assistant.name} onClose={() => setAsking(null)} /> : null}
      {disputing && disputable ? (
        <OpenDisputeDialog
          disputable={disputable}
          assistantName={week.assistant.name}
          entryIds={disputing}
          mayPause={contract?.can.pause ?? false}
          onClose={() => setDisputing(null)}
          onOpened={opened}
        />
      ) : null}
    </Page>
  );
}

/** What was opened is read where it goes on. */
function useOpened(): (dispute: DisputeDetail) => void {
  const t = useTranslations('disputes');
  const say = useToast();
  const [, navigate] = useLocation();
  return (dispute) => {
    say(t('openedToast', { number: dispute.number }));
    navigate(`/hire/disputes/${dispute.id}`);
  };
}
