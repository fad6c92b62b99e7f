import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { useMe } from '../../api/session.ts';
import { DisputeList } from '../../features/disputes/dispute-list.tsx';
import { disputesQuery, questionsQuery } from '../../features/disputes/disputes.queries.ts';
import { inOrder } from '../../features/disputes/in-order.ts';
import { Question } from '../../features/disputes/question.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useReader, zoneName } from '../../ui/reader.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

/** What the business has disputed and asked: first what waits for it. */
export function ClientDisputes() {
  const t = useTranslations('disputes');
  const me = useMe();
  const { zone } = useReader();
  const isOurs = ({ client }: { readonly client: { readonly id: string } }) =>
    me.businesses.some(({ id }) => id === client.id);
  const disputes = useQuery(disputesQuery);
  const questions = useQuery(questionsQuery);
  const { mine, others, over } = inOrder((disputes.data ?? []).filter(isOurs));
  const asked = (questions.data ?? []).filter((question) => isOurs(question) && question.closedAt === null);
  const list = (some: typeof mine) => <DisputeList disputes={some} folder="/hire/disputes" />;
  return (
    <Page title={t('disputes')} lede={t('clientLede', { zone: zoneName(zone) })}>
      {asked.length > 0 ? (
        <Section title={t('questions')} note={t('questionsNote')}>
          <ul className="grid gap-4">
            {asked.map((question) => (
              <li key={question.id}>
                <p className="mb-1">
                  <Link href={`/hire/weeks/${question.weekId}`} className="font-semibold">
                    {question.assistant.name}
                  </Link>
                  , {question.title}
                </p>
                <Question question={question} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {mine.length > 0 ? (
        <Section title={t('waitsForYou')} note={t('soonestFirst')}>
          {list(mine)}
        </Section>
      ) : null}
      <Section title={t('going')}>
        <Fetched
          query={disputes}
          isEmpty={() => mine.length + others.length === 0}
          empty={<Empty title={t('none')}>{t('noneClient')}</Empty>}
        >
          {() => (others.length > 0 ? list(others) : <p className="text-ink-soft">{t('noOther')}</p>)}
        </Fetched>
      </Section>
      {over.length > 0 ? <Section title={t('over')}>{list(over)}</Section> : null}
    </Page>
  );
}
