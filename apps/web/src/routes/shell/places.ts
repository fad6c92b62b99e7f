import {
  Banknote,
  CalendarDays,
  Clock3,
  CreditCard,
  FileText,
  Gavel,
  Handshake,
  Landmark,
  type LucideIcon,
  Receipt,
  Scale,
  Search,
  Settings2,
  Timer,
  Undo2,
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
  | 'disputes'
  | 'queue'
  | 'chargebacks'
  | 'find'
  | 'moneyMatters'
  | 'operations';

export type Side = 'hire' | 'assist' | 'staff';

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
  { to: '/assist/work', name: 'work', Icon: Handshake, also: '/assist/contracts' },
  { to: '/assist/earnings', name: 'earnings', Icon: Banknote, also: '/assist/payouts' },
  { to: '/assist/profile', name: 'profile', Icon: UserRound },
  { to: '/assist/disputes', name: 'disputes', Icon: Scale, isInPanel: true },
];

export const staffPlaces: readonly Place[] = [
  { to: '/staff', name: 'queue', Icon: Gavel, also: '/staff/disputes' },
  { to: '/staff/chargebacks', name: 'chargebacks', Icon: Undo2 },
  { to: '/staff/search', name: 'find', Icon: Search, also: '/staff/found' },
  { to: '/staff/money', name: 'moneyMatters', Icon: Landmark },
  { to: '/staff/operations', name: 'operations', Icon: Settings2 },
];

export function isAt({ to, also }: Place, path: string): boolean {
  const isHome = to === '/hire' || to === '/assist' || to === '/staff';
  return path === to || (!isHome && path.startsWith(`${to}/`)) || (also !== undefined && path.startsWith(also));
}
