import type { QueryView } from '@app/wire/disputes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Duration } from '../../ui/duration.tsx';
import { Instant } from '../../ui/instant.tsx';
import { useToast } from '../../ui/toast.tsx';
import { CorrectEntryDialog } from './correct-entry-dialog.tsx';
import { disputableQuery, useDisputesChanged } from './disputes.queries.ts';
import { Question } from './question.tsx';
import { WordsDialog } from './words-dialog.tsx';

interface AnswerQuestionProps {
  readonly question: QueryView;
}

/** A question about one entry as its assistant meets it: the entry, what is asked, and the two ways to answer. */
export function AnswerQuestion({ question }: AnswerQuestionProps) {
  const t = useTranslations('disputes');
  const changed = useDisputesChanged();
  const say = useToast();
  const [doing, setDoing] = useState<'answer' | 'correct' | null>(null);
  const { data } = useQuery(disputableQuery(question.weekId));
  const entry = data?.entries.find(({ entryId }) => entryId === question.entryId);
  return (
    <li className="border-b border-rule py-3 first:pt-0">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{t('questionOf', { name: question.client.name })}</span>
        <span className="text-fine text-ink-faint">
          {t.rich('reviewUntil', { date: () => <Instant at={question.reviewEndsAt} isEnd /> })}
        </span>
      </p>
      {entry ? (
        <p className="my-1">
          <span className="text-fine text-ink-soft">
            <Instant at={entry.start} />–<Instant at={entry.end} as="time" isEnd /> ·{' '}
            <Duration seconds={entry.seconds} />
          </span>
          <span className="block">{entry.note}</span>
        </p>
      ) : null}
      <Question question={question} />
      {question.can.answer || question.can.correct ? (
        <div className="mt-3 flex flex-wrap gap-2">
          {question.can.correct && entry ? (
            <Button size="small" onClick={() => setDoing('correct')}>
              {t('correctEntry')}
            </Button>
          ) : null}
          {question.can.answer ? (
            <Button size="small" weight="strong" onClick={() => setDoing('answer')}>
              {t('answerQuestion')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {doing === 'answer' ? (
        <WordsDialog
          title={t('answerTitle', { name: question.client.name })}
          label={t('yourAnswer')}
          help={t('answerHelp')}
          verb={t('answerQuestion')}
          draft={`answer ${question.id}`}
          send={async (answer) => {
            await send('POST', `/entry-queries/${question.id}/answer`, { body: { answer } });
            await changed();
            say(t('answeredToast', { name: question.client.name }));
          }}
          onClose={() => setDoing(null)}
        >
          <p className="border-l-2 border-edge pl-3 whitespace-pre-line text-ink-soft">{question.question}</p>
        </WordsDialog>
      ) : null}
      {doing === 'correct' && entry ? (
        <CorrectEntryDialog question={question} seconds={entry.seconds} onClose={() => setDoing(null)} />
      ) : null}
    </li>
  );
}
