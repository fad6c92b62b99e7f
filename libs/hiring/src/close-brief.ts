import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { type Actor, allow, Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Brief } from './brief.entity.ts';
import { briefClosed } from './brief.events.ts';
import { mayClose } from './brief.policy.ts';
import { Briefs } from './briefs.repository.ts';

/** Nobody is matched to the brief any more. Offers already made stand. */
@Injectable()
export class CloseBrief {
  constructor(
    private readonly db: Database,
    private readonly briefs: Briefs,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, briefId: string): Promise<Brief> {
    return this.db.transaction(async (tx) => {
      const brief = await this.briefs.lock(tx, actor, briefId);
      allow(mayClose(actor, brief), 'close this brief');

      brief.close(this.clock.now());

      await this.briefs.save(tx, brief);
      await this.events.tell(tx, briefClosed(brief));
      return brief;
    });
  }
}
