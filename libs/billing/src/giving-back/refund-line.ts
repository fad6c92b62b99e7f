import { Database, type Tx } from '@app/database';
import { IdempotencyKeys } from '@app/delivery';
import { Clock, requireStepUp, requireVerified, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { GiveBack } from './give-back.ts';
import { GivenBack } from './give-back.entity.ts';
import { requireOwnLine } from './own-line.ts';

export interface OwnRefund {
  readonly lineId: string;
  /** Of work, or of a bonus cents; all that is left when left out. */
  readonly quantity?: number | undefined;
}

/** An assistant gives back pay that nobody has claimed: any part of a line. */
@Injectable()
export class RefundLine {
  constructor(
    private readonly db: Database,
    private readonly giveBack: GiveBack,
    private readonly keys: IdempotencyKeys,
    private readonly clock: Clock,
  ) {}

  /** Throws `line_not_found`, Forbidden, `too_late_to_refund`, `part_too_large`, `part_too_small`. */
  async run(
    actor: User,
    { lineId, quantity }: OwnRefund,
    key: string,
  ): Promise<{ value: GivenBack[]; repeated: boolean }> {
    requireVerified(actor);
    requireStepUp(actor, this.clock.now());
    const request = { userId: actor.userId, key, request: { verb: 'refund_line', lineId, quantity } };
    return this.db.transaction(async (tx) => {
      const before = await this.keys.claim(tx, request);
      if (before !== null) return { value: await ofRequest(tx, before), repeated: true };
      await requireOwnLine(tx, actor, lineId, this.clock.now());
      const cause = { kind: 'assistant', id: crypto.randomUUID() } as const;
      await this.giveBack.run(
        tx,
        {
          ...{ lineId, cause, carriedBy: 'assistant', reasonCode: 'voluntary' },
          ...{ decidedBy: actor.userId, onlyAsFunded: true },
          ...(quantity === undefined ? {} : { seconds: quantity }),
        },
        this.clock.now(),
      );
      await this.keys.settle(tx, request, cause.id);
      return { value: await ofRequest(tx, cause.id), repeated: false };
    });
  }
}

function ofRequest(tx: Tx, causeId: string): Promise<GivenBack[]> {
  return tx.find(GivenBack, { where: { causeKind: 'assistant', causeId }, order: { id: 'ASC' } });
}
