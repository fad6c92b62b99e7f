import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { useMe } from '../../api/session.ts';
import { contractsQuery } from '../../features/hiring/hiring.queries.ts';
import { weeksQuery } from '../../features/timelog/timelog.queries.ts';
import { useTimer } from '../../features/timelog/use-timer.ts';
import { useLanguage } from '../../i18n/language-provider.tsx';
import { languages } from '../../i18n/languages.ts';
import { ownNames } from '../../i18n/own-names.ts';
import { type Theme, wearTheme } from '../../ui/theme.ts';
import { formatWeek } from '../../ui/week.tsx';
import { useKeepLanguage } from './own-language.ts';
import { assistPlaces, hirePlaces, type Side, staffPlaces } from './places.ts';

export interface PaletteItem {
  readonly key: string;
  readonly text: string;
  readonly detail?: string;
  readonly to?: string;
  run?(): Promise<unknown> | void;
}

export interface PaletteGroup {
  readonly name: 'actions' | 'places' | 'contracts' | 'weeks' | 'language' | 'theme';
  readonly items: readonly PaletteItem[];
}

/** What can be done from the side that one is on. */
export function usePaletteGroups(side: Side): PaletteGroup[] {
  const actions = useActions(side);
  const places = usePlaces(side);
  const { contracts, weeks } = useWork(side);
  const { language, theme } = useLooks();
  return [
    { name: 'actions', items: actions },
    { name: 'places', items: places },
    { name: 'contracts', items: contracts },
    { name: 'weeks', items: weeks },
    { name: 'language', items: language },
    { name: 'theme', items: theme },
  ];
}

function useActions(side: Side): PaletteItem[] {
  const t = useTranslations('shell');
  const me = useMe();
  const timer = useTimer(me.assists);
  const weeks = useQuery({ ...weeksQuery('current'), enabled: side === 'assist' }).data ?? [];
  if (side === 'staff') return [];
  if (side === 'hire') {
    return [
      { key: 'new-brief', text: t('actions.newBrief'), to: '/hire/briefs/new' },
      { key: 'save-card', text: t('actions.saveCard'), to: '/hire/cards' },
      ...(me.assists ? [{ key: 'to-assisting', text: t('actions.toAssisting'), to: '/assist' }] : []),
    ];
  }
  const loggable = weeks.filter(({ can, contractId }) => can.log && contractId !== timer.running?.contractId);
  return [
    ...(timer.running ? [{ key: 'stop-timer', text: t('actions.stopTimer'), run: timer.stop }] : []),
    ...loggable.map(({ contractId, client, title }) => ({
      key: `timer ${contractId}`,
      text: t(timer.running ? 'actions.switchTimer' : 'actions.startTimer', { name: client.name }),
      detail: title,
      to: `/assist?timer=${contractId}`,
    })),
    ...(loggable.length > 0 || timer.running
      ? [
          { key: 'log-time', text: t('actions.logTime'), to: '/assist?log' },
          { key: 'import-time', text: t('actions.importTime'), to: '/assist/time/import' },
        ]
      : []),
    ...(me.businesses.length > 0 ? [{ key: 'to-hiring', text: t('actions.toHiring'), to: '/hire' }] : []),
  ];
}

function usePlaces(side: Side): PaletteItem[] {
  const t = useTranslations('shell');
  const me = useMe();
  const places = { hire: hirePlaces, assist: assistPlaces, staff: staffPlaces }[side];
  return [
    ...places.map(({ to, name }) => ({ key: to, text: t(`places.${name}`), to })),
    ...(me.businesses.length > 0 ? [{ key: 'people', text: t('people'), to: '/settings/people' }] : []),
    { key: 'security', text: t('security'), to: '/settings/security' },
  ];
}

/** Contracts and weeks, by the name of whoever is on the other side. */
function useWork(side: Side): { contracts: PaletteItem[]; weeks: PaletteItem[] } {
  const me = useMe();
  const all = useQuery(contractsQuery).data ?? [];
  const current = useQuery(weeksQuery('current')).data ?? [];
  const past = useQuery({ ...weeksQuery('past'), enabled: side === 'hire' }).data ?? [];
  const isOurs = ({ client }: { client: { id: string } }) => me.businesses.some(({ id }) => id === client.id);
  if (side === 'staff') return { contracts: [], weeks: [] };
  const contracts = all.filter((one) => (side === 'hire' ? isOurs(one) : one.assistant.id === me.id));
  const weeks = side === 'hire' ? [...current, ...past].filter(isOurs) : [];
  return {
    contracts: contracts.map(({ id, title, client, assistant }) => ({
      key: id,
      text: side === 'hire' ? assistant.name : client.name,
      detail: title,
      to: `/${side}/contracts/${id}`,
    })),
    weeks: weeks.map(({ id, assistant, start, end, zone }) => ({
      key: id,
      text: assistant.name,
      detail: formatWeek(start, end, zone),
      to: `/hire/weeks/${id}`,
    })),
  };
}

const themes: readonly { theme: Theme; word: 'themeSystem' | 'themeLight' | 'themeDark' }[] = [
  { theme: 'system', word: 'themeSystem' },
  { theme: 'light', word: 'themeLight' },
  { theme: 'dark', word: 'themeDark' },
];

function useLooks(): { language: PaletteItem[]; theme: PaletteItem[] } {
  const ui = useTranslations('ui');
  const { language, change } = useLanguage();
  const keep = useKeepLanguage();
  return {
    language: languages
      .filter((one) => one !== language)
      .map((one) => ({
        key: `language ${one}`,
        text: ownNames[one],
        detail: ui('language'),
        run: async () => {
          await change(one);
          await keep(one);
        },
      })),
    theme: themes.map(({ theme, word }) => ({
      key: `theme ${theme}`,
      text: ui(word),
      detail: ui('theme'),
      run: () => wearTheme(theme),
    })),
  };
}
