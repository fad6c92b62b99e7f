import type { Language, locales } from './languages.ts';
import type disputes from './en/disputes.json';
import type refunds from './en/refunds.json';
import type notifications from './en/notifications.json';
import type security from './en/security.json';
import type providers from './en/providers.json';
import type suspension from './en/suspension.json';
import type tokens from './en/tokens.json';
import type signIn from './en/sign-in.json';
import type ui from './en/ui.json';
import type privacy from './en/privacy.json';
import type problems from './en/problems.json';
import type faults from './en/faults.json';
import type account from './en/account.json';
import type home from './en/home.json';
import type landing from './en/landing.json';
import type publicPages from './en/public.json';
import type billing from './en/billing.json';
import type payouts from './en/payouts.json';
import type profile from './en/profile.json';
import type taxonomy from './en/taxonomy.json';
import type hiring from './en/hiring.json';
import type matching from './en/matching.json';
import type time from './en/time.json';
import type imports from './en/imports.json';
import type people from './en/people.json';
import type staff from './en/staff.json';
import type shell from './en/shell.json';

/** English is the source: a key that it does not have does not compile. A line for each file in `en/`. */
export interface Messages {
  disputes: typeof disputes;
  refunds: typeof refunds;
  shell: typeof shell;
  /** Fetched with the screens of staff, and not with the first screen. */
  staff: typeof staff;
  people: typeof people;
  security: typeof security;
  providers: typeof providers;
  suspension: typeof suspension;
  tokens: typeof tokens;
  'sign-in': typeof signIn;
  time: typeof time;
  imports: typeof imports;
  notifications: typeof notifications;
  matching: typeof matching;
  hiring: typeof hiring;
  taxonomy: typeof taxonomy;
  profile: typeof profile;
  payouts: typeof payouts;
  billing: typeof billing;
  home: typeof home;
  landing: typeof landing;
  public: typeof publicPages;
  account: typeof account;
  faults: typeof faults;
  privacy: typeof privacy;
  problems: typeof problems;
  ui: typeof ui;
}

declare module 'use-intl' {
  interface AppConfig {
    Locale: (typeof locales)[Language];
    Messages: Messages;
  }
}
