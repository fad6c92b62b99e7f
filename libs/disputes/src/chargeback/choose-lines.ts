import { Audit } from '@app/audit';
import { BillingHold } from '@app/billing';
import { Database } from '@app/database';
import { Clock, Money, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Chargeback } from './chargeback.entity.ts';
import { ChargebackSettled, LinesDoNotFit } from './chargeback.errors.ts';
import { isOpen } from './chargeback.state.ts';
import { Chargebacks } from './chargebacks.repository.ts';
import { grossOf, split } from './line-shares.ts';
import { ObserveChargeback } from './observe-chargeback.ts';

export interface ChosenLine {
  readonly lineId: string;
  /** Of it, its fee included. */
  readonly cents: number;
}

/** A chargeback of a part: staff say which lines it is about, since the bank does not; and when work may go on. */
@Injectable()
export class ChooseLines {
  constructor(
    private readonly db: Database,
    private readonly chargebacks: Chargebacks,
    private readonly observe: ObserveChargeback,
    private readonly billingHold: BillingHold,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Together they make up the chargeback, and none is more than its line. Throws `ChargebackSettled`, `LinesDoNotFit`. */
  async run(actor: Staff, id: string, chosen: readonly ChosenLine[], reason: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const chargeback = await this.chargebacks.lockFor(tx, actor, id);
      if (!isOpen(chargeback.state)) throw new ChargebackSettled();
      const left = new Map(
        (await this.chargebacks.linesLeft(tx, chargeback.invoiceId, id)).map((line) => [line.lineId, line]),
      );
      const shares = chosen.map(({ lineId, cents }) => {
        const line = left.get(lineId);
        if (!line) throw new LinesDoNotFit(`${lineId} is no line of this charge, or nothing of it is left`);
        if (cents < 1 || cents > grossOf(line).cents)
          throw new LinesDoNotFit(`${lineId} has ${grossOf(line).cents} cents`);
        left.delete(lineId);
        return split(line, Money.usd(cents));
      });
      const sum = Money.sum(shares.map(grossOf)).cents;
      if (sum !== chargeback.amountCents.cents)
        throw new LinesDoNotFit(`they come to ${sum} cents, and the chargeback to ${chargeback.amountCents.cents}`);
      const before = await this.chargebacks.lines(tx, id);
      await this.chargebacks.setLines(tx, id, shares);
      await tx.update(Chargeback, { id }, { linesChosenBy: actor.userId });
      const now = this.clock.now();
      await this.observe.holdTouched(tx, chargeback, now);
      const about = { actor, action: 'chargeback.lines_chosen', subject: { kind: 'chargeback', id } };
      const ids = { before: { lines: before.map(({ lineId }) => lineId) }, after: { lines: chosen } };
      await this.audit.record(tx, { ...about, ...ids, reason }, now);
    });
  }

  /** Work for the client goes on, whatever the bank decides. False: it was not held for this. */
  resume(actor: Staff, id: string, reason: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const { clientId } = await this.chargebacks.lockFor(tx, actor, id);
      const now = this.clock.now();
      const lifted = await this.billingHold.lift(tx, clientId, { cause: 'chargeback', causeId: id }, now);
      const about = { actor, action: 'chargeback.work_resumed', subject: { kind: 'chargeback', id } };
      if (lifted) await this.audit.record(tx, { ...about, reason }, now);
      return lifted;
    });
  }
}
