/** Messages that are the same word in another language, by namespace and key. Everything else has to be translated. */
export const sameAsEnglish: ReadonlySet<string> = new Set([
  'billing.earningColumns.client',
  'billing.kind.bonus',
  'disputes.minutesUnit',
  'refunds.minutesUnit',
  'hiring.for',
  'hiring.over',
  'privacy.percent',
  'time.for',
  'time.start',
  'ui.agreedMinutes',
]);
