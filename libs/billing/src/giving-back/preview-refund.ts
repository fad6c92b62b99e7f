import { Database } from '@app/database';
import { Clock, Money, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { BilledLines } from './billed-lines.repository.ts';
import { ChooseStretches } from './choose-stretches.ts';
import { requireOwnLine } from './own-line.ts';
import type { OwnRefund } from './refund-line.ts';
import type { Worth } from './worth.ts';

/** What `RefundLine` would give back, before it is given. */
@Injectable()
export class PreviewRefund {
  constructor(
    private readonly db: Database,
    private readonly lines: BilledLines,
    private readonly choose: ChooseStretches,
    private readonly clock: Clock,
  ) {}

  /** Throws `line_not_found`, Forbidden, `too_late_to_refund`, `part_too_large`, `part_too_small`. */
  run(actor: User, { lineId, quantity }: OwnRefund): Promise<Worth> {
    return this.db.transaction(async (tx) => {
      await requireOwnLine(tx, actor, lineId, this.clock.now());
      const part = { lineId, ...(quantity === undefined ? {} : { seconds: quantity }) };
      const stretches = await this.choose.run(tx, await this.lines.lock(tx, lineId), part);
      return {
        amount: Money.sum(stretches.map(({ amount }) => amount)),
        fee: Money.sum(stretches.map(({ fee }) => fee)),
      };
    });
  }
}
