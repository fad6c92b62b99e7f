import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { BriefLine } from '../../features/hiring/brief-line.tsx';
import { briefsQuery } from '../../features/hiring/hiring.queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { State } from '../../ui/state.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

export function Briefs() {
  const t = useTranslations('hiring');
  const briefs = useQuery(briefsQuery);
  return (
    <Page
      title={t('briefs')}
      lede={t('briefsLede')}
      actions={
        <ButtonLink to="/hire/briefs/new" weight="strong">
          {t('newBrief')}
        </ButtonLink>
      }
    >
      <Section title={t('yours')}>
        <Fetched
          query={briefs}
          empty={
            <Empty title={t('noBrief')} action={<ButtonLink to="/hire/briefs/new">{t('writeFirst')}</ButtonLink>}>
              {t('noBriefText')}
            </Empty>
          }
        >
          {(data) => (
            <ul>
              {data.map((brief) => (
                <li
                  key={brief.id}
                  className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-rule py-3 first:pt-0"
                >
                  <div className="min-w-0">
                    <Link href={`/hire/briefs/${brief.id}`} className="font-semibold">
                      {brief.title}
                    </Link>
                    <p className="text-fine text-ink-soft">
                      <BriefLine brief={brief} />
                    </p>
                  </div>
                  <p className="flex items-center gap-3 text-fine text-ink-faint">
                    <span>{t.rich('posted', { date: () => <Instant at={brief.postedAt} as="day" /> })}</span>
                    {brief.state === 'open' ? (
                      <State tone="settled">{t('open')}</State>
                    ) : (
                      <State tone="idle">{t('closed')}</State>
                    )}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Fetched>
      </Section>
    </Page>
  );
}
