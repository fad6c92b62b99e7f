import {
  Banknote,
  CalendarDays,
  Clock3,
  CreditCard,
  FileText,
  Handshake,
  type LucideIcon,
  Receipt,
  Timer,
  UserRound,
} from 'lucide-react';

export type Side = 'hire' | 'assist';

/** A screen of the menu. */
export interface Place {
  readonly to: string;
  readonly label: string;
  readonly Icon: LucideIcon;
  /** The screens that belong under it, when they are not under its address. */
  readonly also?: string;
}

export const hirePlaces: readonly Place[] = [
  { to: '/hire', label: 'This week', Icon: CalendarDays, also: '/hire/weeks' },
  { to: '/hire/briefs', label: 'Briefs', Icon: FileText },
  { to: '/hire/contracts', label: 'Contracts', Icon: Handshake },
  { to: '/hire/invoices', label: 'Invoices', Icon: Receipt },
  { to: '/hire/cards', label: 'Cards', Icon: CreditCard },
];

export const assistPlaces: readonly Place[] = [
  { to: '/assist', label: 'Today', Icon: Timer },
  { to: '/assist/time', label: 'Time', Icon: Clock3 },
  { to: '/assist/work', label: 'Work', Icon: Handshake },
  { to: '/assist/earnings', label: 'Earnings', Icon: Banknote, also: '/assist/payouts' },
  { to: '/assist/profile', label: 'Profile', Icon: UserRound },
];

export function isAt({ to, also }: Place, path: string): boolean {
  const isHome = to === '/hire' || to === '/assist';
  return path === to || (!isHome && path.startsWith(`${to}/`)) || (also !== undefined && path.startsWith(also));
}
