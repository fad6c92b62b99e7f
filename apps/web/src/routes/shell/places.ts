import {
  Banknote,
  CalendarDays,
  Clock3,
  CreditCard,
  FileText,
  Handshake,
  type LucideIcon,
  Receipt,
  Scale,
  Timer,
  UserRound,
} from 'lucide-react';

type PlaceName =
  | 'thisWeek'
  | 'briefs'
  | 'contracts'
  | 'invoices'
  | 'cards'
  | 'today'
  | 'time'
  | 'work'
  | 'earnings'
  | 'profile'
  | 'disputes';

export type Side = 'hire' | 'assist';

/** A screen of the menu. */
export interface Place {
  readonly to: string;
  /** Its name, in the messages of the shell. */
  readonly name: PlaceName;
  readonly Icon: LucideIcon;
  /** The screens that belong under it, when they are not under its address. */
  readonly also?: string;
  /** Not among the few under a phone's thumb: there it stands in the panel that opens from the top. */
  readonly isInPanel?: true;
}

export const hirePlaces: readonly Place[] = [
  { to: '/hire', name: 'thisWeek', Icon: CalendarDays, also: '/hire/weeks' },
  { to: '/hire/briefs', name: 'briefs', Icon: FileText },
  { to: '/hire/contracts', name: 'contracts', Icon: Handshake },
  { to: '/hire/invoices', name: 'invoices', Icon: Receipt },
  { to: '/hire/cards', name: 'cards', Icon: CreditCard },
  { to: '/hire/disputes', name: 'disputes', Icon: Scale, isInPanel: true },
];

export const assistPlaces: readonly Place[] = [
  { to: '/assist', name: 'today', Icon: Timer },
  { to: '/assist/time', name: 'time', Icon: Clock3 },
  { to: '/assist/work', name: 'work', Icon: Handshake },
  { to: '/assist/earnings', name: 'earnings', Icon: Banknote, also: '/assist/payouts' },
  { to: '/assist/profile', name: 'profile', Icon: UserRound },
  { to: '/assist/disputes', name: 'disputes', Icon: Scale, isInPanel: true },
];

export function isAt({ to, also }: Place, path: string): boolean {
  const isHome = to === '/hire' || to === '/assist';
  return path === to || (!isHome && path.startsWith(`${to}/`)) || (also !== undefined && path.startsWith(also));
}
