import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

import type { Language } from '@app/identity';

import type accounts from './en/accounts.json';
import type chargebacks from './en/chargebacks.json';
import type contracts from './en/contracts.json';
import type disputes from './en/disputes.json';
import type frame from './en/frame.json';
import type invoices from './en/invoices.json';
import type payouts from './en/payouts.json';
import type privacy from './en/privacy.json';
import type queries from './en/queries.json';
import type refunds from './en/refunds.json';
import type suspensions from './en/suspensions.json';
import type work from './en/work.json';

/** English is the source: a letter that it does not have does not compile. A line for each file in `en/`. */
export interface Words {
  accounts: typeof accounts;
  chargebacks: typeof chargebacks;
  contracts: typeof contracts;
  disputes: typeof disputes;
  /** What stands around every letter. */
  frame: typeof frame;
  invoices: typeof invoices;
  payouts: typeof payouts;
  privacy: typeof privacy;
  queries: typeof queries;
  refunds: typeof refunds;
  suspensions: typeof suspensions;
  work: typeof work;
}

type Family = Exclude<keyof Words, 'frame'>;
/** A family and one of its letters: `disputes.decided`. */
export type LetterName = { [F in Family]: `${F}.${Exclude<keyof Words[F], 'phrases'> & string}` }[Family];
/** A part of letters: `suspensions.phrases.hiring`. */
export type PhraseName = {
  [F in Family]: Words[F] extends { phrases: infer Phrases } ? `${F}.phrases.${keyof Phrases & string}` : never;
}[Family];

/** All that letters say in this language. A spec holds the three to the same letters, keys and facts. */
export function readWords(language: Language): Words {
  const folder = new URL(`./${language}/`, import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown;
  return Object.fromEntries(files.map((file) => [basename(file, '.json'), read(file)])) as unknown as Words;
}
