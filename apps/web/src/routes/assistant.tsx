import type { Me } from '@app/wire/identity';
import type { PublicAssistantView } from '@app/wire/profiles';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, useParams } from 'wouter';

import { ApiError } from '../api/api-error.ts';
import { meQuery } from '../api/session.ts';
import { nameOfCode, taxonomyQuery, wordFor } from '../api/taxonomy.ts';
import { usePrices } from '../features/hiring/prices.ts';
import { hoursInZone } from '../features/profiles/hours-in-zone.ts';
import { publicAssistantQuery } from '../features/profiles/public.queries.ts';
import { WeekOfHours } from '../features/profiles/week-of-hours.tsx';
import { Amount } from '../ui/amount.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { formatInstant } from '../ui/instant.tsx';
import { languageName } from '../ui/languages.ts';
import { useNow } from '../ui/now.ts';
import { Section } from '../ui/page.tsx';
import { formatBasisPoints } from '../ui/percent.ts';
import { browserZone, zoneName } from '../ui/reader.tsx';
import { Empty, Failed, Loading } from '../ui/states.tsx';
import { PublicPage } from './public-page.tsx';
import { VisitorActions } from './visitor-actions.tsx';

const A_MINUTE_MS = 60_000;

export function Assistant() {
  const t = useTranslations('public');
  const { id } = useParams<{ id: string }>();
  const assistant = useQuery(publicAssistantQuery(id));
  const isGone = assistant.error instanceof ApiError && [400, 404].includes(assistant.error.status);
  return (
    <PublicPage title={assistant.data?.name ?? t('assistants')} actions={<VisitorActions />}>
      {assistant.data ? (
        <Shown assistant={assistant.data} />
      ) : (
        <div className="border-t-2 border-rule-strong pt-4">
          <h1 className="text-title">{isGone ? t('noAssistant') : t('assistants')}</h1>
          {isGone ? (
            <Empty title={t('noAssistantText')} action={<ButtonLink to="/assistants">{t('seeOthers')}</ButtonLink>} />
          ) : assistant.isError ? (
            <Failed error={assistant.error} onRetry={() => void assistant.refetch()} />
          ) : (
            <Loading lines={6} />
          )}
        </div>
      )}
    </PublicPage>
  );
}

function Shown({ assistant }: { readonly assistant: PublicAssistantView }) {
  const t = useTranslations('public');
  const { data: me } = useQuery(meQuery);
  const now = useNow(A_MINUTE_MS);
  const { id, name, headline, zone } = assistant;
  const firstName = name.split(' ')[0] ?? name;
  return (
    <>
      <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 border-t-2 border-rule-strong pt-4">
        <div className="min-w-0">
          <h1 className="text-title">{name}</h1>
          <p className="text-lead">{headline}</p>
          <p className="mt-1 text-fine text-ink-faint">
            {t('timeThere', { time: formatInstant(now, { zone, as: 'time' }), zone: zoneName(zone) })}
          </p>
        </div>
        <div className="max-w-[24rem]">
          <ButtonLink to={hireAddress(me ?? null, id)} weight="strong" size="thumb">
            {t('hire', { name: firstName })}
          </ButtonLink>
          <p className="mt-2 text-fine text-ink-faint">{t('hireNote', { name: firstName })}</p>
        </div>
      </header>
      <PriceSection assistant={assistant} />
      <WorkSections assistant={assistant} />
      <Section title={t('hours')} note={t('hoursNote', { zone: zoneName(me?.zone ?? browserZone()) })}>
        {assistant.availability.length > 0 ? (
          <WeekOfHours windows={hoursInZone(assistant.availability, zone, me?.zone ?? browserZone(), now)} />
        ) : (
          <p className="text-ink-soft">{t('noHours')}</p>
        )}
      </Section>
      <p>
        <Link href="/assistants">{t('seeOthers')}</Link>
      </p>
    </>
  );
}

function PriceSection({ assistant }: { readonly assistant: PublicAssistantView }) {
  const t = useTranslations('public');
  const { clientFeeBp } = usePrices();
  return (
    <Section title={t('price')} note={t('priceNote', { percent: formatBasisPoints(clientFeeBp) })}>
      <dl className="grid max-w-[var(--measure)] grid-cols-[minmax(0,1fr)_auto] gap-y-2">
        <dt>{t('rateHour')}</dt>
        <dd className="text-right">
          <Amount cents={assistant.rateCents} />
        </dd>
        <dt className="text-lead font-bold">{t('youPay')}</dt>
        <dd className="text-right text-lead font-bold">
          <Amount cents={assistant.allInRateCents} />
        </dd>
      </dl>
    </Section>
  );
}

function WorkSections({ assistant }: { readonly assistant: PublicAssistantView }) {
  const t = useTranslations('public');
  const profile = useTranslations('profile');
  const matching = useTranslations('matching');
  const { data: taxonomy } = useQuery(taxonomyQuery);
  const { specialties, tools, languages, skillChecks } = assistant;
  return (
    <>
      <Section title={t('goodAt')} note={t('goodAtNote')}>
        <ol>
          {specialties.map(({ code, level }) => (
            <li key={code} className="flex flex-wrap justify-between gap-x-4 border-b border-rule py-2">
              <span className="font-semibold">{wordFor(code)}</span>
              <span className="text-ink-soft">{profile(`levels.${level}`)}</span>
            </li>
          ))}
        </ol>
        <dl className="mt-4 grid grid-cols-[6rem_minmax(0,1fr)] gap-x-4 gap-y-1">
          {tools.length > 0 ? (
            <>
              <dt className="text-ink-faint">{t('tools')}</dt>
              <dd>{tools.map((code) => nameOfCode(taxonomy, code)).join(', ')}</dd>
            </>
          ) : null}
          <dt className="text-ink-faint">{t('languages')}</dt>
          <dd>{languages.map(languageName).join(', ')}</dd>
        </dl>
      </Section>
      {skillChecks.length > 0 ? (
        <Section title={t('checks')} note={t('checksNote')}>
          <ul>
            {skillChecks.map(({ skill, percentile, validUntil }) => (
              <li key={skill} className="border-b border-rule py-2">
                {t('check', {
                  percentile,
                  skill: matching(`skill.${skill as 'typing'}`),
                  date: formatInstant(new Date(validUntil), { zone: browserZone(), as: 'date' }),
                })}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

/** Straight to a brief with them in mind, by way of the door for whoever is not in yet. */
function hireAddress(me: Me | null, id: string): string {
  if (!me) return `/register?as=hire&assistant=${id}`;
  return me.businesses.length > 0 ? `/hire/briefs/new?assistant=${id}` : `/hire/new-business?assistant=${id}`;
}
