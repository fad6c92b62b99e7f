import { useId } from 'react';
import { useTranslations } from 'use-intl';

import { Section } from '../../ui/page.tsx';

interface ShowToVisitorsProps {
  readonly isPublic: boolean;
  onChange(isPublic: boolean): void;
}

/** Off until its owner chooses it, with what becomes public said before they do. */
export function ShowToVisitors({ isPublic, onChange }: ShowToVisitorsProps) {
  const t = useTranslations('public');
  const id = useId();
  return (
    <Section title={t('visibility')}>
      <div className="max-w-[var(--measure)]">
        <label className="inline-flex min-h-9 items-center gap-2.5 font-semibold">
          <input
            type="checkbox"
            role="switch"
            aria-checked={isPublic}
            className="size-4"
            checked={isPublic}
            aria-describedby={id}
            onChange={(event) => onChange(event.target.checked)}
          />
          {t('showMe')}
        </label>
        <p id={id} className="mt-1 text-fine text-ink-soft">
          {t('showMeNote')}
        </p>
      </div>
    </Section>
  );
}
