import type { MatchTerm } from '@app/wire/matching';

import { wordFor } from '../../api/taxonomy.ts';
import { byLocale, translator } from '../../i18n/spoken.ts';
import { formatAmount } from '../../ui/amount.tsx';
import { formatAgreed } from '../../ui/duration.tsx';
import { formatDay } from '../../ui/instant.tsx';

const lists = byLocale((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));

/** One reason for a place in the list, as a sentence. */
export function termSays({ term, points, values }: MatchTerm): string {
  const t = translator('matching');
  switch (term) {
    case 'specialties':
      return specialtiesSay(values);
    case 'tools':
      return toolsSay(values);
    case 'skill_checks':
      return t('skills', { list: checksSay(values) });
    case 'overlap':
      return overlapSays(values);
    case 'free_hours':
      return t('freeHours', {
        free: formatAgreed(values.freeMinutes ?? 0),
        wanted: formatAgreed(values.wantedMinutes ?? 0),
      });
    case 'rate':
      return t('rate', {
        rate: formatAmount(values.rateCents ?? 0),
        lowest: formatAmount(values.minRateCents ?? 0),
        highest: formatAmount(values.maxRateCents ?? 0),
      });
    case 'words':
      return values.shared && values.shared.length > 0 ? t('words', { words: listed(values.shared) }) : t('noWords');
    case 'newcomer':
      return t(points > 0 ? 'newcomer' : 'notNewcomer');
    case 'reputation':
    case 'responsiveness':
      return t(term);
  }
}

type Values = MatchTerm['values'];

function specialtiesSay({ has = [], lacks = [] }: Values): string {
  const t = translator('matching');
  const strong = has.map(({ code, level }) => t('atLevel', { name: wordFor(code), level: String(level ?? 0) }));
  return t('list.specialties', { has: orNone(strong), lacks: orNone(lacks.map(({ code }) => wordFor(code))) });
}

function toolsSay({ has = [], lacks = [] }: Values): string {
  const t = translator('matching');
  if (has.length === 0 && lacks.length === 0) return t('noTool');
  const named = (tools: typeof has) => listed(tools.map(({ code, name }) => wordFor(code, name)));
  const [mine, missing] = [named(has), named(lacks)];
  if (lacks.length === 0) return t('works', { has: mine });
  return has.length === 0 ? t('notWith', { lacks: missing }) : t('worksNot', { has: mine, lacks: missing });
}

function checksSay({ has = [], lacks = [] }: Values): string {
  const t = translator('matching');
  const skill = (code: string) => t(`skill.${code as 'typing'}`);
  return [
    ...has.map(({ code, percentile }) => t('skillAt', { skill: skill(code), percentile: percentile ?? 0 })),
    ...(lacks.length > 0 ? [t('skillsMissing', { list: listed(lacks.map(({ code }) => skill(code))) })] : []),
  ].join('; ');
}

function overlapSays({ weeks = [] }: Values): string {
  const t = translator('matching');
  const [first, ...later] = weeks;
  const hours = formatAgreed(first?.minutes ?? 0);
  if (later.length === 0) return t('overlapNow', { hours });
  const changes = later.map(({ minutes, from }) =>
    t('overlapFrom', { hours: formatAgreed(minutes), date: formatDay(from) }),
  );
  return t('overlapChanges', { hours, changes: changes.join(', ') });
}

function listed(names: readonly string[]): string {
  return lists().format(names);
}

function orNone(names: readonly string[]): string {
  return names.length > 0 ? listed(names) : 'none';
}
