import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, useLocation, useSearch } from 'wouter';

import { taxonomyQuery, wordFor } from '../api/taxonomy.ts';
import { PublicAssistantRow } from '../features/profiles/public-assistant-row.tsx';
import { publicAssistantsQuery, type Wanted } from '../features/profiles/public.queries.ts';
import { ButtonLink } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { languageOptions } from '../ui/languages.ts';
import { Empty, Fetched } from '../ui/states.tsx';
import { PublicPage } from './public-page.tsx';
import { VisitorActions } from './visitor-actions.tsx';

/** Who could be hired, for whoever comes by: those who chose to be shown. */
export function Assistants() {
  const t = useTranslations('public');
  const wanted = wantedFrom(useSearch());
  const [, navigate] = useLocation();
  const { data: taxonomy } = useQuery(taxonomyQuery);
  const found = useQuery(publicAssistantsQuery(wanted));
  const filter = (change: Partial<Wanted>) => navigate(addressOf({ ...wanted, page: 1, ...change }), { replace: true });

  return (
    <PublicPage title={t('assistants')} actions={<VisitorActions />}>
      <header className="border-t-2 border-rule-strong pt-4">
        <h1 className="text-title">{t('title')}</h1>
        <p className="mt-1 max-w-[var(--measure)] text-ink-soft">{t('lede')}</p>
      </header>
      <div className="mt-5 grid max-w-[var(--measure)] gap-4 sm:grid-cols-2">
        <SelectField
          label={t('specialty')}
          value={wanted.specialty}
          options={[
            { value: '', label: t('anySpecialty') },
            ...(taxonomy?.specialties ?? []).map(({ code, name }) => ({ value: code, label: wordFor(code, name) })),
          ]}
          onChange={(specialty) => filter({ specialty })}
        />
        <SelectField
          label={t('language')}
          value={wanted.language}
          options={[
            { value: '', label: t('anyLanguage') },
            ...languageOptions(wanted.language ? [wanted.language] : []),
          ]}
          onChange={(language) => filter({ language })}
        />
      </div>
      <div className="mt-4">
        <Fetched
          query={found}
          lines={8}
          isEmpty={({ total }) => total === 0}
          empty={
            <Empty title={t('none')} action={<ButtonLink to="/assistants">{t('showAll')}</ButtonLink>}>
              {t('noneText')}
            </Empty>
          }
        >
          {({ assistants, total: people, pageSize }) => (
            <>
              <p aria-live="polite" className="border-b border-rule pb-2 text-fine text-ink-faint">
                {t('found', { count: people })}
              </p>
              <ul>
                {assistants.map((assistant) => (
                  <PublicAssistantRow key={assistant.id} assistant={assistant} />
                ))}
              </ul>
              <Pages wanted={wanted} pages={Math.ceil(people / pageSize)} />
            </>
          )}
        </Fetched>
      </div>
    </PublicPage>
  );
}

function Pages({ wanted, pages }: { readonly wanted: Wanted; readonly pages: number }) {
  const t = useTranslations('public');
  if (pages <= 1) return null;
  const { page } = wanted;
  return (
    <nav aria-label={t('pages')} className="mt-4 flex items-center justify-between gap-4">
      <span>{page > 1 ? <Link href={addressOf({ ...wanted, page: page - 1 })}>{t('before')}</Link> : null}</span>
      <span className="text-fine text-ink-faint">{t('pageOf', { page, pages })}</span>
      <span>{page < pages ? <Link href={addressOf({ ...wanted, page: page + 1 })}>{t('after')}</Link> : null}</span>
    </nav>
  );
}

function wantedFrom(search: string): Wanted {
  const query = new URLSearchParams(search);
  const page = Number(query.get('page') ?? '1');
  return {
    specialty: query.get('specialty') ?? '',
    language: query.get('language') ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

function addressOf({ specialty, language, page }: Wanted): string {
  const query = new URLSearchParams({
    ...(specialty ? { specialty } : {}),
    ...(language ? { language } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString();
  return query ? `/assistants?${query}` : '/assistants';
}
