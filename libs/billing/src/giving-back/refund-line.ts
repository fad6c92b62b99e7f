import { Database, type Tx } from '@app/database';
import { IdempotencyKeys } from '@app/delivery';
import { actsFor, allow, Clock, Conflict, requireStepUp, requireVerified, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { GiveBack } from './give-back.ts';
import { GivenBack } from './give-back.entity.ts';
import { LineNotFound } from './giving-back.errors.ts';

/** How long after it was invoiced an assistant may give money back. */
export const REFUND_WITHIN_DAYS = 180;
const DAY_MS = 24 * 3_600_000;

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
      await this.requireOwn(tx, actor, lineId);
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

  private async requireOwn(tx: Tx, actor: User, lineId: string): Promise<void> {
    const [line] = await tx.query<{ clientId: string; assistantId: string; issuedAt: Date }[]>(
      `select l.client_id as "clientId", l.assistant_id as "assistantId", i.issued_at as "issuedAt"
         from invoice_line l join invoice i on i.id = l.invoice_id where l.id = $1`,
      [lineId],
    );
    const isOwn = line?.assistantId === actor.userId;
    if (!line || !(isOwn || actsFor(actor, line.clientId))) throw new LineNotFound(lineId);
    allow(isOwn, 'give back what somebody else has earned');
    if (this.clock.now().getTime() - line.issuedAt.getTime() > REFUND_WITHIN_DAYS * DAY_MS) throw new TooLateToRefund();
  }
}

function ofRequest(tx: Tx, causeId: string): Promise<GivenBack[]> {
  return tx.find(GivenBack, { where: { causeKind: 'assistant', causeId }, order: { id: 'ASC' } });
}

class TooLateToRefund extends Conflict {
  constructor() {
    super('too_late_to_refund', `Money can be given back for ${REFUND_WITHIN_DAYS} days after it was invoiced.`, {
      days: REFUND_WITHIN_DAYS,
    });
  }
}
