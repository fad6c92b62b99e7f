import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';

import { CsvImport } from '../../features/timelog/csv-import.tsx';
import { weeksQuery } from '../../features/timelog/timelog.queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

export function ImportTime() {
  const weeks = useQuery(weeksQuery('current'));
  const [, navigate] = useLocation();
  return (
    <Page
      title="Import time"
      lede="All of a file is logged, or nothing of it."
      actions={<ButtonLink to="/assist/time">Back to time</ButtonLink>}
    >
      <Fetched
        query={weeks}
        isEmpty={(data) => data.every(({ can }) => !can.log)}
        empty={<Empty title="No contract to import for">Time is imported for a client you work for.</Empty>}
      >
        {(data) => <CsvImport weeks={data.filter(({ can }) => can.log)} onImported={() => navigate('/assist/time')} />}
      </Fetched>
    </Page>
  );
}
