import type { DisputeDetail, QueryView } from '@app/wire/disputes';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Button } from '../../ui/button.tsx';
import { formatHours } from '../../ui/duration.tsx';
import { State } from '../../ui/state.tsx';
import { Question } from './question.tsx';

interface EntryMarksProps {
  readonly entryId: string;
  readonly note: string;
  readonly disputes: readonly DisputeDetail[];
  readonly questions: readonly QueryView[];
  readonly can: { readonly ask: boolean; readonly dispute: boolean };
  /** What else can be said of the entry, beside asking and disputing. */
  readonly beside: ReactNode;
  onAsk(): void;
  onDispute(): void;
}

/** What is asked or disputed of one entry, and what can be. */
export function EntryMarks(props: EntryMarksProps) {
  const { entryId, note, disputes, questions, can, beside, onAsk, onDispute } = props;
  const t = useTranslations('disputes');
  const asked = questions.filter((question) => question.entryId === entryId);
  const parts = disputes.flatMap((dispute) =>
    dispute.lines.filter((line) => line.entryId === entryId).map((line) => ({ dispute, line })),
  );
  const isAsking = asked.some(({ state }) => state === 'asked' || state === 'corrected');
  return (
    <div className="mt-1 grid gap-1.5">
      {parts.map(({ dispute, line }) => (
        <p key={line.id} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-fine">
          <State tone={dispute.closedAt === null ? 'fault' : 'settled'}>
            {t(dispute.closedAt === null ? 'markDisputed' : 'markWasDisputed', { hours: formatHours(line.seconds) })}
          </State>
          <Link href={`/hire/disputes/${dispute.id}`}>{t('toDispute', { number: dispute.number })}</Link>
        </p>
      ))}
      {asked.map((question) => (
        <Question key={question.id} question={question} />
      ))}
      {can.ask || can.dispute ? (
        <div className="-ml-2.5 flex flex-wrap items-center">
          {beside}
          {can.ask && !isAsking ? (
            <Button size="small" weight="quiet" onClick={onAsk}>
              {t('ask')}
              <span className="sr-only">: {note}</span>
            </Button>
          ) : null}
          {can.dispute ? (
            <Button size="small" weight="quiet" onClick={onDispute}>
              {t('dispute')}
              <span className="sr-only">: {note}</span>
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
