import { locale, translator } from '../i18n/spoken.ts';

type Key = Parameters<ReturnType<typeof translator<'faults'>>>[0];

/**
 * What schemas and the api say of a field, which is English since scripts read it too, and how it is said here.
 * What it names is `count` where that is a number, and `name` as it stands.
 */
const known: readonly (readonly [RegExp, Key])[] = [
  [/^is required$/, 'required'],
  [/^must be an e-mail address$/, 'email'],
  [/^must have (\d+) characters or more$/, 'charactersOrMore'],
  [/^must have (\d+) characters or fewer$/, 'charactersOrFewer'],
  [/^must have at least (\d+) characters$/, 'atLeastCharacters'],
  [/^must be (\d+) or more$/, 'atLeast'],
  [/^must be (\d+) or fewer$/, 'atMost'],
  [/^must be a country/, 'country'],
  [/IANA time zone/, 'zone'],
  [/^must be a language code/, 'language'],
  [/^(must name at least one|choose at least one|needs one or more)$/, 'chooseOne'],
  [/^must be one of /, 'choose'],
  [/^must be 1, 2 or 3$/, 'level'],
  [/^must name one to (\d+) /, 'upTo'],
  [/^is empty$/, 'empty'],
  [/^is too long: split the file$/, 'fileTooLong'],
  [/^(must not be before from|is before the start)$/, 'beforeFrom'],
  [/^is not known here$/, 'unknown'],
  [/^has been used or is too old$/, 'used'],
  [/^is wrong, or was used already$/, 'wrongCode'],
  [/^must be six digits$/, 'sixDigits'],
  [/^must have 16 letters and digits$/, 'recoveryCode'],
  [/^is not your password$/, 'notYourPassword'],
  [/^is one of those that are tried first$/, 'tooCommon'],
  [/^is your address already$/, 'sameAddress'],
  [/^is not among the countries that can be paid$/, 'notPayable'],
  [/^is less than minRateCents$/, 'lessThanLowest'],
  [/^must be a whole second$/, 'wholeSecond'],
  [/^must be after the start$/, 'afterStart'],
  [/^is in the future$/, 'inFuture'],
  [/^is in a week that is closed$/, 'closedWeek'],
  [/^is in a time when the contract was paused$/, 'paused'],
  [/^is before the contract began$/, 'beforeContract'],
  [/^must be later than fromMinute$/, 'laterThanFrom'],
  [/^overlaps line (\d+)$/, 'overlapsLine'],
  [/^overlaps /, 'overlaps'],
  [/may be two days: say whether/, 'dateEither'],
  [/^comes twice that night/, 'twiceThatNight'],
  [/^is already logged for (.+), \S+ to \S+$/, 'alreadyLogged'],
  [/^is empty: the timer still runs$/, 'timerStillRuns'],
  [/ is not a date such as /, 'notDate'],
  [/ is not a time such as /, 'notClock'],
  [/ is not in the calendar$/, 'notInCalendar'],
  [/^[\d:]+ does not exist that day in /, 'clockGap'],
  [/^is empty: say what was done$/, 'emptyNote'],
  [/^is someone else: /, 'someoneElse'],
  [/^is missing: export a detailed report/, 'missingColumn'],
  [/^holds no work$/, 'holdsNoWork'],
  [/^more than (\d+) rows: split the file$/, 'tooManyRows'],
  [/^(has \d+ cells where|a quote|a quoted text|is not CSV|the file is empty|the file has a header)/, 'brokenRow'],
  [/^is too large$/, 'tooLarge'],
  [/^is of another type$/, 'otherType'],
  [/^cannot be read$/, 'unreadable'],
  [/^was used for another request$/, 'usedForAnother'],
  [/^must have >=(\d+) characters$/, 'charactersOrMore'],
  [/^must have <=(\d+) characters$/, 'charactersOrFewer'],
  [/^must be >=(\d+)$/, 'atLeast'],
  [/^must be <=(\d+)$/, 'atMost'],
];

/** A fault that the api found, or a schema of its, in the reader's language. */
export function inReadersWords(english: string): string {
  const t = translator('faults');
  for (const [pattern, key] of known) {
    const match = pattern.exec(english);
    if (match) return t(key, { count: Number(match[1] ?? 0), name: match[1] ?? '' });
  }
  return locale().startsWith('en') ? english : t('notRight');
}
