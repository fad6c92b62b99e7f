import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { useMe } from '../../api/session.ts';
import { AnswerQuestion } from '../../features/disputes/answer-question.tsx';
import { DisputeList } from '../../features/disputes/dispute-list.tsx';
import { disputesQuery, questionsQuery } from '../../features/disputes/disputes.queries.ts';
import { inOrder } from '../../features/disputes/in-order.ts';
import { Page, Section } from '../../ui/page.tsx';
import { useReader, zoneName } from '../../ui/reader.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

/** What clients ask and dispute: first what waits for an answer, and of that what is due first. */
export function AssistantDisputes() {
  const t = useTranslations('disputes');
  const me = useMe();
  const { zone } = useReader();
  const isMine = ({ assistant }: { readonly assistant: { readonly id: string } }) => assistant.id === me.id;
  const disputes = useQuery(disputesQuery);
  const questions = useQuery(questionsQuery);
  const { mine, others, over } = inOrder((disputes.data ?? []).filter(isMine));
  const asked = (questions.data ?? [])
    .filter((question) => isMine(question) && question.closedAt === null)
    .toSorted((a, b) => a.reviewEndsAt.localeCompare(b.reviewEndsAt));
  const list = (some: typeof mine) => <DisputeList disputes={some} folder="/assist/disputes" />;
  return (
    <Page title={t('disputes')} lede={t('assistantLede', { zone: zoneName(zone) })}>
      {mine.length > 0 ? (
        <Section title={t('waitsForYou')} note={t('soonestFirst')}>
          {list(mine)}
        </Section>
      ) : null}
      {asked.length > 0 ? (
        <Section title={t('questions')} note={t('questionsToYouNote')}>
          <ul>
            {asked.map((question) => (
              <AnswerQuestion key={question.id} question={question} />
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t('going')}>
        <Fetched
          query={disputes}
          isEmpty={() => mine.length + others.length + asked.length === 0}
          empty={<Empty title={t('none')}>{t('noneAssistant')}</Empty>}
        >
          {() => (others.length > 0 ? list(others) : <p className="text-ink-soft">{t('noOther')}</p>)}
        </Fetched>
      </Section>
      {over.length > 0 ? <Section title={t('over')}>{list(over)}</Section> : null}
    </Page>
  );
}
