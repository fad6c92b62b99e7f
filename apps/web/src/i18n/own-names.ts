import type { Language } from './languages.ts';

/** Each language says its own name, so that whoever cannot read the page finds theirs. */
export const ownNames: Readonly<Record<Language, string>> = { en: 'English', nb: 'Norsk', sv: 'Svenska' };
