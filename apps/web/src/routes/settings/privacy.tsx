import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';

import { useMe } from '../../api/session.ts';
import { ErasurePanel } from '../../features/privacy/erasure-panel.tsx';
import { ExportPanel } from '../../features/privacy/export-panel.tsx';
import { erasureQuery, type ExportLink, exportsQuery } from '../../features/privacy/privacy.requests.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Fetched } from '../../ui/states.tsx';

export function Privacy() {
  const t = useTranslations('privacy');
  const me = useMe();
  const exports = useQuery(exportsQuery);
  const erasure = useQuery(erasureQuery);
  const link = useExportLink();
  return (
    <Page title={t('title')} lede={t('lede')}>
      <Section title={t('export')} note={t('exportNote')}>
        <Fetched query={exports} lines={2} isEmpty={() => false}>
          {(data) => <ExportPanel exports={data} link={link} />}
        </Fetched>
      </Section>
      <Section title={t('erasure')} note={t('erasureNote')}>
        <Fetched query={erasure} lines={3}>
          {(data) => <ErasurePanel view={data} email={me.email} />}
        </Fetched>
      </Section>
    </Page>
  );
}

/** Taken out of the address at once: it is a key, and addresses are kept in histories. */
function useExportLink(): ExportLink | null {
  const [, navigate] = useLocation();
  const [link] = useState(linkInAddress);
  useEffect(() => {
    if (link) navigate('/settings/privacy', { replace: true });
  }, [link, navigate]);
  return link;
}

function linkInAddress(): ExportLink | null {
  const search = new URLSearchParams(window.location.search);
  const [exportId, token] = [search.get('export'), search.get('token')];
  return exportId && token ? { exportId, token } : null;
}
