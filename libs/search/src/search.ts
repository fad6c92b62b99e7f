import { Database } from '@app/database';
import type { User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { FIND } from './search.queries.ts';

export type FoundKind = 'person' | 'contract' | 'brief' | 'invoice' | 'week';

export interface Found {
  readonly kind: FoundKind;
  /** Of a person: of their latest contract with the reader. */
  readonly id: string;
  readonly side: 'hire' | 'assist';
  readonly text: string;
  readonly with: string | null;
  readonly start: Date | null;
  readonly end: Date | null;
  readonly zone: string | null;
}

/** Shorter, and nearly everything would be found. */
const FEWEST_LETTERS = 2;
const MOST_OF_A_KIND = 5;

@Injectable()
export class Search {
  constructor(private readonly db: Database) {}

  /** What the actor may see and is called so, the newest first; nothing for less than two letters. */
  async run(actor: User, text: string): Promise<Found[]> {
    const wanted = text.trim();
    if (wanted.length < FEWEST_LETTERS) return [];
    const businesses = actor.businesses.map(({ id }) => id);
    return this.db.reader.query(FIND, [actor.userId, businesses, `%${literally(wanted)}%`, MOST_OF_A_KIND]);
  }
}

/** What `like` would take for a pattern stands for itself. */
function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
