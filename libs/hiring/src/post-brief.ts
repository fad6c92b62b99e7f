import { Database } from '@app/database';
import { Events, IdempotencyKeys } from '@app/delivery';
import { allow, Clock, requireNotSuspended, type User } from '@app/kernel';
import { Taxonomy } from '@app/profiles';
import { Injectable } from '@nestjs/common';

import type { BriefDraft } from './brief-draft.ts';
import { Brief } from './brief.entity.ts';
import { briefPosted } from './brief.events.ts';
import { mayHireFor } from './brief.policy.ts';
import { Briefs } from './briefs.repository.ts';
import { checkBrief } from './check-brief.ts';
import { Hireable } from './hireable.ts';
import type { Repeatable } from './repeatable.ts';
import { requireBusiness } from './require-business.ts';

@Injectable()
export class PostBrief {
  constructor(
    private readonly db: Database,
    private readonly briefs: Briefs,
    private readonly hireable: Hireable,
    private readonly taxonomy: Taxonomy,
    private readonly keys: IdempotencyKeys,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** `key` is the client-made id of the request: the same one again finds the first brief. */
  async run(actor: User, draft: BriefDraft, key: string): Promise<Repeatable<Brief>> {
    requireBusiness(actor, draft.businessId);
    allow(mayHireFor(actor, draft.businessId), 'post briefs for this business');
    requireNotSuspended(actor, 'hiring');
    const known = await this.taxonomy.codes();
    const request = { userId: actor.userId, key, request: { verb: 'post_brief', ...draft } };
    return this.db.transaction(async (tx) => {
      const before = await this.keys.claim(tx, request);
      if (before !== null) return { value: await this.briefs.find(actor, before, tx), repeated: true };
      await this.hireable.requireUnsuspended(tx, draft.businessId);
      checkBrief(draft, known);

      const brief = Brief.post(draft, actor.userId, this.clock.now());

      await this.briefs.add(tx, brief);
      await this.keys.settle(tx, request, brief.id);
      await this.events.tell(tx, briefPosted(brief));
      return { value: brief, repeated: false };
    });
  }
}
