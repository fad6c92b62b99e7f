import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

import type { Found } from './finder.ts';
import { finders } from './finders.ts';

const AT_MOST = 100;

/** What staff paste into one box: an id of ours or of Stripe's, a number, an address, an amount, a part of a name. */
@Injectable()
export class FindAnything {
  constructor(private readonly db: Database) {}

  /** The exact ones first; nothing when it is nothing. */
  async run(pasted: string): Promise<Found[]> {
    const text = pasted.trim();
    const fitting = finders.filter(({ form }) => form.test(text));
    const rows = await Promise.all(fitting.map(({ read, sql }) => this.db.reader.query<Found[]>(sql, [read(text)])));
    const seen = new Set<string>();
    const isNew = ({ kind, id }: Found) => !seen.has(`${kind} ${id}`) && seen.add(`${kind} ${id}`);
    return rows.flat().filter(isNew).slice(0, AT_MOST);
  }
}
