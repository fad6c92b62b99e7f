import { Audit } from '@app/audit';
import { Database, type Tx } from '@app/database';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { type EvidenceTexts, ChargebackAnswer } from './chargeback-answer.entity.ts';
import type { Chargeback } from './chargeback.entity.ts';
import { ChargebackAnswered, ChargebackNotOpen } from './chargeback.errors.ts';
import { ChargebackEvidence } from './chargeback-evidence.ts';
import { Chargebacks } from './chargebacks.repository.ts';
import { SendChargebackAnswers } from './send-chargeback-answers.ts';
import { writeChargebackPack } from './write-chargeback-pack.ts';

/** Staff answer the bank, once: with evidence, or by accepting what it did. */
@Injectable()
export class AnswerChargeback {
  constructor(
    private readonly db: Database,
    private readonly chargebacks: Chargebacks,
    private readonly gather: ChargebackEvidence,
    private readonly sending: SendChargebackAnswers,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** `texts` take the place of those that were gathered. Throws `ChargebackNotFound`, `ChargebackNotOpen`, `ChargebackAnswered`. */
  async submit(actor: Staff, id: string, texts: EvidenceTexts): Promise<void> {
    const pack = await this.gather.gather(id);
    const now = this.clock.now();
    const file = await writeChargebackPack(pack, now);
    const evidence = { ...this.gather.textsOf(pack), ...texts };
    const fileName = `kontor-${pack.invoice.number.toLowerCase()}.pdf`;
    await this.claim(id, actor, (chargeback) =>
      ChargebackAnswer.evidence({ chargebackId: chargeback.id, givenBy: actor.userId, evidence, file, fileName }, now),
    );
    await this.sending.run();
  }

  /** It is lost. Throws `ChargebackNotFound`, `ChargebackNotOpen`, `ChargebackAnswered`. */
  async accept(actor: Staff, id: string, reason: string): Promise<void> {
    const now = this.clock.now();
    await this.claim(
      id,
      actor,
      (chargeback) => ChargebackAnswer.acceptance({ chargebackId: chargeback.id, givenBy: actor.userId }, now),
      reason,
    );
    await this.sending.run();
  }

  private claim(
    id: string,
    actor: Staff,
    answer: (chargeback: Chargeback) => ChargebackAnswer,
    reason?: string,
  ): Promise<void> {
    return this.db.transaction(async (tx: Tx) => {
      const chargeback = await this.chargebacks.lockFor(tx, actor, id);
      const { state, dueBy } = chargeback;
      const late = dueBy !== null && this.clock.now() > dueBy;
      if ((state !== 'needs_response' && state !== 'inquiry') || late) throw new ChargebackNotOpen(state);
      if (await tx.existsBy(ChargebackAnswer, { chargebackId: id, state: 'claimed' })) throw new ChargebackAnswered();
      const given = answer(chargeback);
      await tx.insert(ChargebackAnswer, given);
      const action = given.kind === 'evidence' ? 'chargeback.evidence_submitted' : 'chargeback.accepted';
      const about = {
        actor,
        action,
        subject: { kind: 'chargeback', id },
        before: { state },
        after: { answer: given.id },
      };
      await this.audit.record(tx, { ...about, reason }, this.clock.now());
    });
  }
}
