import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';

import { CsvImport } from '../../features/timelog/csv-import.tsx';
import { ImportList } from '../../features/timelog/import-list.tsx';
import { weeksQuery } from '../../features/timelog/timelog.queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

export function ImportTime() {
  const t = useTranslations('time');
  const weeks = useQuery(weeksQuery('current'));
  const list = useRef<HTMLDivElement>(null);
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
        {(data) => <CsvImport weeks={data.filter(({ can }) => can.log)} onHandedOver={() => list.current?.focus()} />}
      </Fetched>
      <div ref={list} tabIndex={-1}>
        <ImportList />
      </div>
    </Page>
  );
}
