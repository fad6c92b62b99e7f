import { useTranslations } from 'use-intl';

import type { Tab } from '../../ui/tabs.tsx';

export function useEarningsTabs(): readonly Tab[] {
  const t = useTranslations('billing');
  return [
    { to: '/assist/earnings', label: t('earned') },
    { to: '/assist/payouts', label: t('paidOut') },
  ];
}
