import type { StatementMonths } from '@app/wire/payouts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { get } from '../../api/client.ts';
import { locale } from '../../i18n/spoken.ts';
import { DownloadLink } from '../../ui/download-link.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';

const statementsQuery = queryOptions({
  queryKey: ['statements'],
  queryFn: ({ signal }) => get<StatementMonths>('/statements', signal),
});

/** A month's statement as a file. Nothing before the first amount. */
export function Statements() {
  const t = useTranslations('billing');
  const { data } = useQuery(statementsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const month = chosen ?? data?.months[0];
  if (!data || month === undefined) return null;
  return (
    <Section title={t('statements')} note={t('statementsNote')}>
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label={t('statementMonth')}
          value={month}
          options={data.months.map((value) => ({ value, label: monthName(value) }))}
          onChange={setChosen}
          className="min-w-48"
        />
        <DownloadLink to={`/api/statements/${month}/pdf`}>{t('statementPdf')}</DownloadLink>
        <DownloadLink to={`/api/statements/${month}/csv`}>{t('statementCsv')}</DownloadLink>
      </div>
    </Section>
  );
}

/** `March 2026`, of `2026-03`. */
function monthName(month: string): string {
  const words = new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return words.format(new Date(`${month}-15T12:00Z`));
}
