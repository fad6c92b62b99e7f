import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'use-intl';

import { browserZone } from '../ui/reader.tsx';
import { keepLanguage, type Language, locales } from './languages.ts';
import { loadMessages } from './load-messages.ts';
import type { Messages } from './messages.ts';
import { speak } from './spoken.ts';

/** A language with its messages: a screen is never drawn in one that has not come yet. */
export interface Spoken {
  readonly language: Language;
  readonly messages: Messages;
}

interface LanguageChoice {
  readonly language: Language;
  /** Redraws everything in that language once its messages are there; rejects when they cannot be fetched. */
  change(language: Language): Promise<void>;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'en', change: () => Promise.resolve() });

interface LanguageProviderProps {
  readonly first: Spoken;
  /** Called anew for each language, so that nothing below keeps a sentence or a number of the one before. */
  children(): ReactNode;
}

export function LanguageProvider({ first, children }: LanguageProviderProps) {
  const [{ language, messages }, setSpoken] = useState(first);
  const locale = locales[language];
  // While drawing, and not after it: what is drawn below already writes numbers and dates this way.
  speak(locale, messages);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const choice = useMemo(
    () => ({
      language,
      change: async (wanted: Language) => {
        const next = { language: wanted, messages: await loadMessages(wanted) };
        keepLanguage(wanted);
        setSpoken(next);
      },
    }),
    [language],
  );
  return (
    <LanguageContext value={choice}>
      <IntlProvider locale={locale} messages={messages} timeZone={browserZone()}>
        {children()}
      </IntlProvider>
    </LanguageContext>
  );
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}
