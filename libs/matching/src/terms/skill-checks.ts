import type { Fit } from '../fit.ts';
import { listed, ordinal } from '../in-words.ts';
import { type Term, term } from '../term.ts';

/** The checks that an office would ask for before giving this work away. */
const skillsFor: Readonly<Record<string, readonly string[]>> = {
  email_calendar: ['typing', 'proofreading'],
  customer_enquiries: ['typing', 'proofreading'],
  social_media: ['proofreading'],
  website_administration: ['proofreading', 'data_entry'],
  data_entry: ['data_entry', 'typing'],
  documents: ['proofreading', 'typing'],
  bookkeeping: ['arithmetic', 'data_entry'],
  travel_meetings: ['proofreading', 'arithmetic'],
  permits_forms: ['data_entry', 'proofreading'],
  sales_research: ['data_entry', 'typing'],
};

/** The percentile of each verified skill check that matters for what is wanted; a check not taken counts as nothing. */
export function skillChecks({ wanted, offered }: Fit): Term {
  const relevant = [...new Set(wanted.specialties.flatMap((code) => skillsFor[code] ?? []))].sort();
  const taken = offered.skillChecks.filter(({ skill }) => relevant.includes(skill));
  const missing = relevant.filter((skill) => !taken.some((check) => check.skill === skill));
  const says = [
    ...taken.map(({ skill, percentile }) => `${inWords(skill)} at the ${ordinal(percentile)} percentile`),
    ...(missing.length > 0 ? [`${listed(missing.map(inWords))} not checked`] : []),
  ].join('; ');
  const sum = taken.reduce((total, { percentile }) => total + percentile, 0);
  return term('skill_checks', sum, 100 * relevant.length, `Verified skills for this work: ${says}.`, {
    has: taken.map(({ skill, percentile }) => ({ code: skill, percentile })),
    lacks: missing.map((code) => ({ code })),
  });
}

function inWords(skill: string): string {
  return skill.replace('_', ' ');
}
