import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Chargeback } from './chargeback.entity.ts';
import { carrierChosen } from './chargeback.events.ts';
import { ChargebackMoving, ChargebackSettled } from './chargeback.errors.ts';
import { isOpen } from './chargeback.state.ts';
import { ChargebackLosses } from './chargeback-losses.ts';
import { Chargebacks } from './chargebacks.repository.ts';

/** Kontor bears what a chargeback takes beyond its own fee, unless staff decide otherwise, and say why. */
@Injectable()
export class ChooseCarrier {
  constructor(
    private readonly db: Database,
    private readonly chargebacks: Chargebacks,
    private readonly losses: ChargebackLosses,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * While the bank has not decided, or after it was lost: then what was borne changes hands at once. Throws
   * `ChargebackNotFound`, `BarredFromDeciding`, `ChargebackSettled`, or `ChargebackMoving` while Stripe takes some of it.
   */
  run(actor: Staff, id: string, carriedBy: Chargeback['carriedBy'], reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const chargeback = await this.chargebacks.lockFor(tx, actor, id);
      if (!isOpen(chargeback.state) && chargeback.state !== 'lost') throw new ChargebackSettled();
      const now = this.clock.now();
      const before = { carriedBy: chargeback.carriedBy };
      chargeback.carry(carriedBy, reason, actor.userId);
      await tx.save(chargeback);
      const changes = before.carriedBy !== carriedBy;
      if (changes && !(await this.losses.bearAnew(tx, chargeback, now))) throw new ChargebackMoving();
      const about = { actor, action: 'chargeback.carrier_chosen', subject: { kind: 'chargeback', id } };
      await this.audit.record(tx, { ...about, before, after: { carriedBy }, reason }, now);
      if (changes) await this.events.tell(tx, carrierChosen(chargeback));
    });
  }
}
