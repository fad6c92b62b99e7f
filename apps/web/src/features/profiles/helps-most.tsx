import { useTranslations } from 'use-intl';

import { Section } from '../../ui/page.tsx';

interface HelpsMostProps {
  readonly values: {
    readonly headline: string;
    readonly about: string;
    readonly country: string;
    readonly rate: string;
    readonly specialties: readonly unknown[];
    readonly tools: readonly unknown[];
  };
}

/** What is still missing, in the order in which it brings somebody a client; gone when nothing is. */
export function HelpsMost({ values }: HelpsMostProps) {
  const t = useTranslations('public');
  const { headline, about, country, rate, specialties, tools } = values;
  const steps = [
    { key: 'specialties', isDone: specialties.length > 0 },
    { key: 'rate', isDone: rate.trim() !== '' },
    { key: 'headline', isDone: headline.trim() !== '' },
    { key: 'country', isDone: country !== '' },
    { key: 'tools', isDone: tools.length > 0 },
    { key: 'about', isDone: about.trim() !== '' },
  ] as const;
  if (steps.every(({ isDone }) => isDone)) return null;
  return (
    <Section title={t('helpsMost')} note={t('helpsMostNote')}>
      <ol className="grid max-w-[var(--measure)] gap-1">
        {steps
          .filter(({ isDone }) => !isDone)
          .map(({ key }, place) => (
            <li key={key} className={`flex gap-3 ${place === 0 ? 'font-semibold' : 'text-ink-soft'}`}>
              <span className="w-5 flex-none text-right">{place + 1}</span>
              <span>{t(`helps.${key}`)}</span>
            </li>
          ))}
      </ol>
    </Section>
  );
}
