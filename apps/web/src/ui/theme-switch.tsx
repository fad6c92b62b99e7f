import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { type Theme, wearTheme, wornTheme } from './theme.ts';

const themes = [
  { theme: 'system', word: 'themeSystem', Icon: Monitor },
  { theme: 'light', word: 'themeLight', Icon: Sun },
  { theme: 'dark', word: 'themeDark', Icon: Moon },
] as const;

/** Three small buttons; the choice is kept in this browser. */
export function ThemeSwitch() {
  const t = useTranslations('ui');
  const [chosen, setChosen] = useState(wornTheme);
  const choose = (theme: Theme) => {
    setChosen(theme);
    wearTheme(theme);
  };
  return (
    <fieldset className="inline-flex">
      <legend className="sr-only">{t('theme')}</legend>
      {themes.map(({ theme, word, Icon }) => (
        <button
          key={theme}
          type="button"
          aria-pressed={chosen === theme}
          onClick={() => choose(theme)}
          className="grid size-9 place-items-center border border-edge -ml-px first-of-type:ml-0 aria-pressed:bg-ink aria-pressed:text-paper hover:not-aria-pressed:bg-band"
        >
          <Icon aria-hidden="true" className="size-4" />
          <span className="sr-only">{t(word)}</span>
        </button>
      ))}
    </fieldset>
  );
}
