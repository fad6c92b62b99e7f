import type { Language, locales } from './languages.ts';
import type ui from './en/ui.json';

/** English is the source: a key that it does not have does not compile. A line for each file in `en/`. */
export interface Messages {
  ui: typeof ui;
}

declare module 'use-intl' {
  interface AppConfig {
    Locale: (typeof locales)[Language];
    Messages: Messages;
  }
}
