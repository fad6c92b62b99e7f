import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { allow, Clock, requireNotSuspended, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { AssistantProfile } from './assistant-profile.entity.ts';
import { checkDraft } from './check-draft.ts';
import type { ProfileDraft } from './profile-draft.ts';
import { profilePublished } from './profile.events.ts';
import { Profiles } from './profiles.repository.ts';
import { Taxonomy } from './taxonomy.ts';

/** An assistant saves their own profile, and clients see it from then on. */
@Injectable()
export class PublishProfile {
  constructor(
    private readonly db: Database,
    private readonly profiles: Profiles,
    private readonly taxonomy: Taxonomy,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `Invalid` with every fault at its field. */
  async run(actor: User, draft: ProfileDraft): Promise<AssistantProfile> {
    allow(actor.kind === 'user', 'offer work as an assistant');
    requireNotSuspended(actor, 'assisting');
    checkDraft(draft, await this.taxonomy.codes());
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const profile = (await this.profiles.lock(tx, actor.userId)) ?? AssistantProfile.begin(actor.userId, now);

      profile.publish(draft, now);

      await this.profiles.save(tx, profile);
      await this.events.tell(tx, profilePublished(profile));
      return profile;
    });
  }
}
