import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';

import { CsvImport } from '../../features/timelog/csv-import.tsx';
import { PastImports } from '../../features/timelog/past-imports.tsx';
import { weeksQuery } from '../../features/timelog/timelog.queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

export function ImportTime() {
  const t = useTranslations('time');
  const weeks = useQuery(weeksQuery('current'));
  const [, navigate] = useLocation();
  return (
    <Page
      title={t('importTitle')}
      lede={t('importLede')}
      actions={<ButtonLink to="/assist/time">{t('backToTime')}</ButtonLink>}
    >
      <Fetched
        query={weeks}
        isEmpty={(data) => data.every(({ can }) => !can.log)}
        empty={<Empty title={t('noContractImport')}>{t('noContractImportText')}</Empty>}
      >
        {(data) => <CsvImport weeks={data.filter(({ can }) => can.log)} onImported={() => navigate('/assist/time')} />}
      </Fetched>
      <PastImports />
    </Page>
  );
}
