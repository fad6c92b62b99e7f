import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { AssistantProfile, type Specialty } from './assistant-profile.entity.ts';
import type { AvailabilityWindow } from './availability.ts';

interface Lists {
  specialties: Specialty[];
  tools: string[];
  availability: AvailabilityWindow[];
}

@Injectable()
export class Profiles {
  constructor(private readonly db: Database) {}

  async find(accountId: string): Promise<AssistantProfile | null> {
    return this.withLists(this.db.reader, await this.db.reader.findOneBy(AssistantProfile, { accountId }));
  }

  /** The profile, nobody else writing it until the transaction ends; null when there is none yet. */
  async lock(tx: Tx, accountId: string): Promise<AssistantProfile | null> {
    // The account's row: a profile that does not exist yet has none to lock, and two first savings would collide.
    await tx.query(`select from account where id = $1 for no key update`, [accountId]);
    return this.withLists(tx, await tx.findOneBy(AssistantProfile, { accountId }));
  }

  /** Writes the profile and replaces its lists. */
  async save(tx: Tx, profile: AssistantProfile): Promise<void> {
    await tx.save(profile);
    const { accountId, specialties, tools, availability } = profile;
    for (const list of ['assistant_specialty', 'assistant_tool', 'availability_window'] as const) {
      await tx.query(`delete from ${list} where assistant_id = $1`, [accountId]);
    }
    await tx.query(
      `insert into assistant_specialty (assistant_id, specialty, level, place)
       select $1, code, level, place from unnest($2::text[], $3::int[]) with ordinality as listed (code, level, place)`,
      [accountId, specialties.map(({ code }) => code), specialties.map(({ level }) => level)],
    );
    await tx.query(`insert into assistant_tool (assistant_id, tool) select $1, unnest($2::text[])`, [accountId, tools]);
    await tx.query(
      `insert into availability_window (assistant_id, weekday, from_minute, to_minute)
       select $1, weekday, from_minute, to_minute
         from unnest($2::int[], $3::int[], $4::int[]) as listed (weekday, from_minute, to_minute)`,
      [
        accountId,
        availability.map(({ weekday }) => weekday),
        availability.map(({ fromMinute }) => fromMinute),
        availability.map(({ toMinute }) => toMinute),
      ],
    );
  }

  private async withLists(from: EntityManager, profile: AssistantProfile | null): Promise<AssistantProfile | null> {
    if (!profile) return null;
    const [lists] = await from.query<[Lists]>(
      `select coalesce((select json_agg(json_build_object('code', specialty, 'level', level) order by place)
                          from assistant_specialty where assistant_id = $1), '[]') as specialties,
              array(select tool from assistant_tool where assistant_id = $1 order by tool) as tools,
              coalesce((select json_agg(json_build_object('weekday', weekday, 'fromMinute', from_minute, 'toMinute', to_minute)
                                        order by weekday, from_minute)
                          from availability_window where assistant_id = $1), '[]') as availability`,
      [profile.accountId],
    );
    return Object.assign(profile, lists);
  }
}
