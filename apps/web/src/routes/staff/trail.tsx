import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useParams } from 'wouter';

import { MoneyTrail } from '../../features/staff/money-trail.tsx';
import { Id } from '../../features/staff/facts.tsx';
import { trailQuery } from '../../features/staff/staff.queries.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Fetched } from '../../ui/states.tsx';

export function TrailRoute() {
  const t = useTranslations('staff');
  const id = decodeURIComponent(useParams().id ?? '');
  const trail = useQuery(trailQuery(id));
  return (
    <Page title={t('trail.title')} lede={<Id>{id}</Id>}>
      <Section title={t('trail.way')} note={t('trail.wayNote')}>
        <Fetched query={trail} lines={6}>
          {(steps) => <MoneyTrail steps={steps} of={id} />}
        </Fetched>
      </Section>
    </Page>
  );
}
