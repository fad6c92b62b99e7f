import { createContext, type ReactNode, useContext } from 'react';

import { translator } from '../i18n/spoken.ts';

/** Every date and number is written for one reader: in their zone, and the page says which. */
interface Reader {
  /** IANA name. */
  readonly zone: string;
}

const ReaderContext = createContext<Reader>({ zone: browserZone() });

export function ReaderProvider({ zone, children }: Reader & { readonly children: ReactNode }) {
  return <ReaderContext value={{ zone }}>{children}</ReaderContext>;
}

export function useReader(): Reader {
  return useContext(ReaderContext);
}

export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `Europe/Oslo` as people say it: `Oslo time`. */
export function zoneName(zone: string): string {
  const city = zone.split('/').at(-1) ?? zone;
  return city === 'UTC' ? 'UTC' : translator('ui')('zone', { city: city.replaceAll('_', ' ') });
}

/** All zones that this browser knows, the reader's own among them. */
export function allZones(own: string): string[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return zones.includes(own) ? zones : [own, ...zones];
}
