import { Database, type Tx } from '@app/database';
import type { Sweep } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Invoice } from '../invoice.entity.ts';
import { ApplyGiveBack } from './apply-give-back.ts';
import { EndHold } from './end-hold.ts';
import { GivenBack } from './give-back.entity.ts';

/** Decisions that waited for a charge are applied once its outcome is known. One that is uncollectible may be paid yet. */
@Injectable()
export class ApplyWaitingGiveBacks implements Sweep {
  readonly name = 'billing.apply-give-backs';

  constructor(
    private readonly db: Database,
    private readonly apply: ApplyGiveBack,
    private readonly endHold: EndHold,
  ) {}

  async run(now: Date): Promise<number> {
    const waiting = await this.db.reader.query<{ id: string; invoiceId: string }[]>(READY);
    let applied = 0;
    for (const { id, invoiceId } of waiting)
      applied += Number(await this.db.transaction((tx) => this.one(tx, id, invoiceId, now)));
    return applied;
  }

  /** A charge that is settled says so. */
  nextDueAt(): Promise<Date | null> {
    return Promise.resolve(null);
  }

  private async one(tx: Tx, id: string, invoiceId: string, now: Date): Promise<boolean> {
    const lock = { mode: 'for_no_key_update' } as const;
    const invoice = await tx.findOneOrFail(Invoice, { where: { id: invoiceId }, lock });
    const given = await tx.findOneOrFail(GivenBack, { where: { id }, lock });
    if (given.state !== 'waiting') return false;
    if (invoice.state !== 'void') return (await this.apply.run(tx, given, invoice, now)) !== 'after_charge';
    given.drop(now);
    await tx.save(given);
    await this.endHold.run(tx, { earningId: given.earningId, cause: { kind: 'give_back', id } }, now);
    return true;
  }
}

const READY = `
  select g.id, g.invoice_id as "invoiceId" from give_back g join invoice i on i.id = g.invoice_id
   where g.state = 'waiting'
     and (i.state in ('paid', 'void') or i.state in ('issued', 'past_due') and g.carried_by = 'assistant')
   order by g.decided_at, g.id`;
