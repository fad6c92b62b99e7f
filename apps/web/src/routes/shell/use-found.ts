import type { FoundView } from '@app/wire/search';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { get } from '../../api/client.ts';
import { formatWeek } from '../../ui/week.tsx';
import type { PaletteItem } from './palette-groups.ts';

const FEWEST_LETTERS = 2;
/** Long enough that a word is typed, short enough that nobody waits. */
const PAUSE_MS = 180;

/** What the api finds by what is typed, on both sides; of contracts and weeks only those that are not listed already. */
export function useFound(typed: string, listed: ReadonlySet<string>): { items: PaletteItem[]; isSearching: boolean } {
  const t = useTranslations('home');
  const text = useSettled(typed.trim());
  const { data, isFetching } = useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => get<FoundView[]>(`/search?q=${encodeURIComponent(text)}`, signal),
    enabled: text.length >= FEWEST_LETTERS,
    placeholderData: keepPreviousData,
  });
  const found = text.length >= FEWEST_LETTERS ? (data ?? []) : [];
  const items = found
    .filter(({ kind, id }) => kind === 'person' || !listed.has(id))
    .map((one): PaletteItem => ({
      key: `${one.kind} ${one.side} ${one.id}`,
      text: one.text,
      detail: [
        t(`foundKind.${one.kind}`),
        one.with,
        one.week && formatWeek(one.week.start, one.week.end, one.week.zone),
      ]
        .filter(Boolean)
        .join(' · '),
      to: addressOf(one),
    }));
  return { items, isSearching: isFetching && items.length === 0 };
}

function addressOf({ kind, side, id }: FoundView): string {
  if (kind === 'person' || kind === 'contract') return `/${side}/contracts/${id}`;
  if (side === 'assist') return kind === 'week' ? '/assist/time' : '/assist/work';
  switch (kind) {
    case 'brief':
      return `/hire/briefs/${id}`;
    case 'invoice':
      return `/hire/invoices/${id}`;
    case 'week':
      return `/hire/weeks/${id}`;
  }
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const pause = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [text]);
  return settled;
}
