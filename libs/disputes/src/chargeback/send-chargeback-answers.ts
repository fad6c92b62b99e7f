import { Database } from '@app/database';
import { Clock, type Sweep, step } from '@app/kernel';
import { StripeGateway, StripeRefused, StripeUnclear } from '@app/stripe';
import { Injectable, Logger } from '@nestjs/common';

import { ChargebackAnswer } from './chargeback-answer.entity.ts';
import { Chargeback } from './chargeback.entity.ts';
import { ObserveChargeback } from './observe-chargeback.ts';

/** Tells Stripe what staff answered, and takes up what an earlier process left in the middle. */
@Injectable()
export class SendChargebackAnswers implements Sweep {
  readonly name = 'disputes.send-chargeback-answers';
  readonly #log = new Logger('disputes');

  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly observe: ObserveChargeback,
    private readonly clock: Clock,
  ) {}

  /** How many came to an end. */
  async run(): Promise<number> {
    let ended = 0;
    for (const answer of await this.db.reader.find(ChargebackAnswer, {
      where: { state: 'claimed' },
      order: { claimedAt: 'ASC' },
    }))
      ended += Number(await this.send(answer));
    return ended;
  }

  /** Staff have it sent at once. */
  nextDueAt(): Promise<Date | null> {
    return Promise.resolve(null);
  }

  private async send(answer: ChargebackAnswer): Promise<boolean> {
    step.reached('chargeback_answer.claimed');
    const { stripeId } = await this.db.reader.findOneByOrFail(Chargeback, { id: answer.chargebackId });
    try {
      // Handed in already, by a process that died: a second submission would be another one.
      if (!(await this.isTold(answer, stripeId))) await this.tell(answer, stripeId);
      step.reached('chargeback_answer.called');
      await this.settle(answer.id, (given, now) => given.give(now));
      await this.observe.run(stripeId);
      return true;
    } catch (error) {
      if (error instanceof StripeUnclear) return false;
      if (!(error instanceof StripeRefused)) throw error;
      this.#log.error(`Stripe refused answer ${answer.id} to ${stripeId} (${error.code}): ${error.message}`);
      await this.settle(answer.id, (given, now) => given.refuse(error.code, now));
      return true;
    }
  }

  private async isTold({ kind, chargebackId }: ChargebackAnswer, stripeId: string): Promise<boolean> {
    const { status, submissions } = await this.stripe.readDispute(stripeId);
    if (kind === 'acceptance') return status === 'lost' || status === 'warning_closed';
    const given = await this.db.reader.countBy(ChargebackAnswer, { chargebackId, kind: 'evidence', state: 'given' });
    return submissions > given;
  }

  private async tell(answer: ChargebackAnswer, stripeId: string): Promise<void> {
    const key = { idempotencyKey: `dpa:${answer.id}` };
    if (answer.kind === 'acceptance') return this.stripe.acceptDispute(stripeId, key);
    const serviceFileId = answer.stripeFileId ?? (await this.upload(answer));
    await this.stripe.submitEvidence(stripeId, { texts: answer.evidence ?? {}, serviceFileId }, key);
  }

  private async upload({ id, file, fileName }: ChargebackAnswer): Promise<string | null> {
    if (!file) return null;
    const { id: stripeFileId } = await this.stripe.uploadEvidence(
      { name: fileName ?? 'evidence.pdf', bytes: file },
      { idempotencyKey: `dpa:${id}:file` },
    );
    step.reached('chargeback_answer.file_sent');
    await this.db.transaction((tx) => tx.update(ChargebackAnswer, { id }, { stripeFileId }));
    return stripeFileId;
  }

  private settle(id: string, end: (answer: ChargebackAnswer, now: Date) => void): Promise<void> {
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update' } as const;
      const answer = await tx.findOneOrFail(ChargebackAnswer, { where: { id }, lock });
      if (answer.state !== 'claimed') return;
      end(answer, this.clock.now());
      await tx.save(answer);
    });
  }
}
