import { Database } from '@app/database';
import type { Actor } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { EntryVerb, TimeEntry } from './time-entry.ts';
import { EntryNotFound } from './timelog.errors.ts';
import { visibleTo } from './timelog.policy.ts';

type Told = Pick<TimeEntry, 'note' | 'source' | 'bucket'> & { readonly start: string; readonly end: string | null };

/** One version of an entry: who changed it, when, from what into what, and why. */
export interface EntryVersion {
  readonly change: EntryVerb;
  /** The person's name; null when Kontor did it. */
  readonly byName: string | null;
  readonly at: Date;
  readonly before: Told | null;
  readonly after: Told | null;
  readonly reason: string | null;
}

/** Every version of an entry, deleted ones included; both parties read the same. */
@Injectable()
export class EntryHistory {
  constructor(private readonly db: Database) {}

  async of(actor: Actor, entryId: string): Promise<EntryVersion[]> {
    const versions = await this.db.reader.query<EntryVersion[]>(
      `select v.change, a.name as "byName", v.at, v.before, v.after, v.reason
         from time_entry_version v
         join contract_week w on w.id = v.contract_week_id
         left join account a on a.id = v.actor_id
        where ($1 or w.assistant_id = $2 or w.client_id = any($3)) and v.entry_id = $4
        order by v.id`,
      [...visibleTo(actor), entryId],
    );
    if (versions.length === 0) throw new EntryNotFound(entryId);
    return versions;
  }
}
