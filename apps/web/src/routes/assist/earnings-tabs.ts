import type { Tab } from '../../ui/tabs.tsx';

export const earningsTabs: readonly Tab[] = [
  { to: '/assist/earnings', label: 'Earned' },
  { to: '/assist/payouts', label: 'Paid out' },
];
