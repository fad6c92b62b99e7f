import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

import type { AssistantProfile } from './assistant-profile.entity.ts';
import { AssistantNotFound } from './profile.errors.ts';
import { Profiles } from './profiles.repository.ts';

/** What everybody who is signed in may see of an assistant: the name they go by, and no address. */
export interface PublicAssistant {
  readonly name: string;
  readonly profile: AssistantProfile;
  readonly publishedAt: Date;
  readonly skillChecks: readonly { skill: string; percentile: number; takenAt: Date; validUntil: Date }[];
}

@Injectable()
export class Assistants {
  constructor(
    private readonly db: Database,
    private readonly profiles: Profiles,
  ) {}

  /** A published assistant whose account is not suspended; throws `AssistantNotFound` for everybody else. */
  async find(assistantId: string, now: Date): Promise<PublicAssistant> {
    const profile = await this.profiles.find(assistantId);
    const name = await this.nameOf(assistantId);
    if (!profile?.publishedAt || name === null) throw new AssistantNotFound(assistantId);
    const { publishedAt } = profile;
    return { name, profile, publishedAt, skillChecks: await this.skillChecks(assistantId, now) };
  }

  private async nameOf(accountId: string): Promise<string | null> {
    const [account] = await this.db.reader.query<{ name: string }[]>(
      `select name from account where id = $1 and suspended_at is null`,
      [accountId],
    );
    return account?.name ?? null;
  }

  /** The best valid result of each skill. */
  private skillChecks(assistantId: string, now: Date): Promise<PublicAssistant['skillChecks']> {
    return this.db.reader.query(
      `select distinct on (skill) skill, percentile, taken_at as "takenAt", valid_until as "validUntil"
         from skill_check_result where assistant_id = $1 and valid_until > $2 order by skill, percentile desc, taken_at desc`,
      [assistantId, now],
    );
  }
}
