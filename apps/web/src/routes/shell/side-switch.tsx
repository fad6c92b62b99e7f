import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { useMe } from '../../api/session.ts';
import type { Side } from './places.ts';

const sides = [
  { side: 'hire', word: 'hiring' },
  { side: 'assist', word: 'assisting' },
  { side: 'staff', word: 'staff' },
] as const;

/** One account may do several things; who does only one sees no switch. */
export function SideSwitch({ side }: { readonly side: Side }) {
  const t = useTranslations('shell');
  const me = useMe();
  const mine: Readonly<Record<Side, boolean>> = {
    hire: me.businesses.length > 0,
    assist: me.assists,
    staff: me.isStaff,
  };
  const shown = sides.filter((one) => mine[one.side] || one.side === side);
  if (shown.length < 2) {
    const name = side === 'hire' ? me.businesses[0]?.name : me.name;
    return <p className="truncate px-2 text-fine text-ink-faint">{name}</p>;
  }
  return (
    <nav aria-label={t('whatDoing')} className="grid auto-cols-fr grid-flow-col">
      {shown.map((one) => (
        <Link
          key={one.side}
          href={`/${one.side}`}
          aria-current={one.side === side ? 'true' : undefined}
          className={`grid min-h-9 place-items-center border border-edge text-fine no-underline not-first:-ml-px ${one.side === side ? 'bg-sheet font-bold' : 'text-ink-soft hover:bg-band'}`}
        >
          {t(one.word)}
        </Link>
      ))}
    </nav>
  );
}
