import { useTranslations } from 'use-intl';

import type { Tab } from '../../ui/tabs.tsx';

export function useOperationsTabs(): { label: string; tabs: readonly Tab[] } {
  const t = useTranslations('staff');
  return {
    label: t('operations.title'),
    tabs: [
      { to: '/staff/operations', label: t('operations.running') },
      { to: '/staff/operations/policies', label: t('policies.title') },
      { to: '/staff/operations/audit', label: t('audit.title') },
    ],
  };
}
