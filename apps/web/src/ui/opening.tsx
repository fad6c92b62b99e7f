import { useTranslations } from 'use-intl';

/** Before the first screen: the paper, and after a moment a word that something is coming. */
export function Opening() {
  const t = useTranslations('ui');
  return (
    <output data-waiting className="grid min-h-dvh place-items-center">
      <span className="animate-pulse text-ink-faint motion-reduce:animate-none">{t('opening')}</span>
    </output>
  );
}
