import type { FoundList } from '@app/wire/staff';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useLocation, useSearch } from 'wouter';

import { CodeState } from '../../features/staff/code-state.tsx';
import { Id } from '../../features/staff/facts.tsx';
import { pageOf } from '../../features/staff/found-links.ts';
import { searchQuery } from '../../features/staff/staff.queries.ts';
import { useWord } from '../../features/staff/staff-words.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';

type Found = FoundList[number];

/** One box for whatever was pasted. What was asked is in the address, so that going back finds it. */
export function Search() {
  const t = useTranslations('staff');
  const asked = new URLSearchParams(useSearch()).get('q') ?? '';
  const [typed, setTyped] = useState(asked);
  const [, navigate] = useLocation();
  const search = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') navigate(`/staff/search?q=${encodeURIComponent(typed.trim())}`);
  };
  return (
    <Page title={t('search.title')} lede={t('search.lede')}>
      <search>
        <form onSubmit={search} className="mb-8 flex flex-wrap items-end gap-3">
          <TextField
            label={t('search.label')}
            help={t('search.help')}
            type="search"
            autoComplete="off"
            spellCheck={false}
            className="flex-1 basis-64"
            value={typed}
            onChange={setTyped}
          />
          <Button type="submit" weight="strong" className="mb-6">
            {t('search.go')}
          </Button>
        </form>
      </search>
      {asked === '' ? null : <Results key={asked} asked={asked} />}
    </Page>
  );
}

function Results({ asked }: { readonly asked: string }) {
  const t = useTranslations('staff');
  const word = useWord();
  const found = useQuery(searchQuery(asked));
  return (
    <Section title={t('search.found')} note={found.data ? t('search.count', { count: found.data.length }) : null}>
      <Fetched query={found} lines={4} empty={<Empty title={t('search.nothing')}>{t('search.nothingText')}</Empty>}>
        {(rows) => (
          <Table<Found>
            caption={t('search.found')}
            rows={rows}
            rowKey={({ kind, id }) => `${kind} ${id}`}
            columns={[
              {
                key: 'what',
                label: t('search.what'),
                isHeading: true,
                render: ({ kind, id, name }) => {
                  const to = pageOf(kind, id);
                  return (
                    <>
                      {to ? <Link href={to}>{name ?? id}</Link> : (name ?? id)}
                      <span className="block text-fine font-normal text-ink-soft">{word(kind)}</span>
                    </>
                  );
                },
              },
              {
                key: 'state',
                label: t('search.state'),
                render: ({ state }) => (state === null ? '' : <CodeState code={state} />),
              },
              { key: 'at', label: t('search.at'), render: ({ at }) => (at ? <Instant at={at} as="date" /> : '') },
              {
                key: 'amount',
                label: t('search.amount'),
                isNumber: true,
                render: ({ amountCents }) => (amountCents === null ? '' : <Amount cents={amountCents} />),
              },
              { key: 'id', label: t('search.id'), isHiddenOnPhone: true, render: ({ id }) => <Id>{id}</Id> },
            ]}
          />
        )}
      </Fetched>
    </Section>
  );
}
