import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { useLanguage } from '../i18n/language-provider.tsx';
import { type Language, languages } from '../i18n/languages.ts';
import { ownNames } from '../i18n/own-names.ts';

/** `onChange` keeps the choice beyond this browser. */
export function LanguageSwitch({ onChange }: { onChange?(language: Language): void }) {
  const t = useTranslations('ui');
  const { language, change } = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const choose = async (wanted: Language) => {
    setBusy(true);
    try {
      await change(wanted);
      onChange?.(wanted);
    } finally {
      setBusy(false);
    }
  };
  return (
    <select
      aria-label={t('language')}
      value={language}
      disabled={isBusy}
      onChange={(event) => void choose(event.target.value as Language)}
      className="min-h-9 rounded border border-edge bg-sheet px-2 text-fine"
    >
      {languages.map((one) => (
        <option key={one} value={one} lang={one}>
          {ownNames[one]}
        </option>
      ))}
    </select>
  );
}
