import { type ReactNode, use } from 'react';
import { IntlProvider, useLocale, useMessages, useTranslations } from 'use-intl';

import { useLanguage } from '../../i18n/language-provider.tsx';
import type { Language } from '../../i18n/languages.ts';
import type { Messages } from '../../i18n/messages.ts';
import { browserZone } from '../../ui/reader.tsx';

type StaffMessages = Messages['staff'];

const loaders: Readonly<Record<Language, () => Promise<{ default: unknown }>>> = {
  en: () => import('../../i18n/en/staff.json'),
  nb: () => import('../../i18n/nb/staff.json'),
  sv: () => import('../../i18n/sv/staff.json'),
};
const fetched = new Map<Language, Promise<StaffMessages>>();

/** The words of the screens of staff: nobody else waits for them. */
export function StaffWords({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const staff = use(wordsIn(language));
  const messages = useMessages();
  return (
    <IntlProvider locale={useLocale()} messages={{ ...messages, staff }} timeZone={browserZone()}>
      {children}
    </IntlProvider>
  );
}

function wordsIn(language: Language): Promise<StaffMessages> {
  const known = fetched.get(language);
  if (known) return known;
  const words = loaders[language]().then((module) => module.default as StaffMessages);
  fetched.set(language, words);
  // Fetched anew by whoever tries again.
  words.catch(() => fetched.delete(language));
  return words;
}

/** A code of the api in the reader's words; one that is newer than these screens as it stands. */
export function useWord(): (code: string) => string {
  const t = useTranslations('staff');
  return (code) => {
    const key = code.replaceAll(/[^a-z_]/g, '_');
    return t.has(`words.${key}` as 'words.open') ? t(`words.${key}` as 'words.open') : code.replaceAll('_', ' ');
  };
}
