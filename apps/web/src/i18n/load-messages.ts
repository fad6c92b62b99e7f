import type { Language } from './languages.ts';
import type { Messages } from './messages.ts';

// One chunk a language, and only the one that is spoken is fetched.
const loaders: Readonly<Record<Language, () => Promise<{ readonly messages: Messages }>>> = {
  en: () => import('./en.ts'),
  nb: () => import('./nb.ts'),
  sv: () => import('./sv.ts'),
};

export async function loadMessages(language: Language): Promise<Messages> {
  return (await loaders[language]()).messages;
}
