import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { ChargebackNotFound } from './chargeback.errors.ts';
import { type ChargebackState, isOpen } from './chargeback.state.ts';
import { ANSWERS, CHARGEBACKS, FACTS, TOUCHED } from './describe-chargebacks.queries.ts';

/** As staff read it. Amounts in cents. */
export interface DescribedChargeback {
  readonly id: string;
  readonly stripeId: string;
  readonly invoiceId: string;
  readonly invoiceNumber: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly amountCents: number;
  readonly reason: string;
  readonly state: ChargebackState;
  readonly stateAt: Date;
  readonly openedAt: Date;
  readonly dueBy: Date | null;
  readonly submissions: number;
  /** What the bank has now. */
  readonly outCents: number;
  /** What the platform bears of it. */
  readonly lostCents: number;
  /** What assistants bear of it. */
  readonly assistantsCents: number;
  readonly carriedBy: 'platform' | 'assistant';
  readonly carriedReason: string | null;
  readonly linesChosen: boolean;
  /** Since when no work is accepted for the client because of it. */
  readonly workHeldAt: Date | null;
  readonly answering: boolean;
}

export interface TouchedLine {
  readonly lineId: string;
  readonly assistantId: string;
  readonly assistantName: string;
  readonly title: string;
  readonly amountCents: number;
  readonly feeCents: number;
  readonly earningStates: readonly string[];
  readonly heldUntil: Date | null;
}

export interface ChargebackFact {
  readonly status: string;
  readonly outCents: number;
  readonly seenAt: Date;
}

export interface DescribedAnswer {
  readonly id: string;
  readonly kind: 'evidence' | 'acceptance';
  readonly givenBy: string;
  readonly state: 'claimed' | 'given' | 'refused';
  readonly at: Date;
  readonly refusal: string | null;
}

export interface ChargebackCan {
  readonly submit: boolean;
  readonly accept: boolean;
  readonly chooseLines: boolean;
  readonly chooseCarrier: boolean;
  readonly resumeWork: boolean;
}

@Injectable()
export class DescribeChargebacks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Those that want an answer first, the most urgent first; then the latest. */
  list(): Promise<DescribedChargeback[]> {
    return this.db.reader.query<DescribedChargeback[]>(CHARGEBACKS, [null]);
  }

  /** Throws `ChargebackNotFound`. */
  async find(id: string) {
    const [chargeback] = await this.db.reader.query<DescribedChargeback[]>(CHARGEBACKS, [id]);
    if (!chargeback) throw new ChargebackNotFound(id);
    const [lines, facts, answers] = [
      await this.db.reader.query<TouchedLine[]>(TOUCHED, [id]),
      await this.db.reader.query<ChargebackFact[]>(FACTS, [id]),
      await this.db.reader.query<DescribedAnswer[]>(ANSWERS, [id]),
    ];
    return { chargeback, lines, facts, answers };
  }

  can({ state, dueBy, answering, workHeldAt }: DescribedChargeback): ChargebackCan {
    const asks = (state === 'needs_response' || state === 'inquiry') && (dueBy === null || this.clock.now() <= dueBy);
    return {
      submit: asks && !answering,
      accept: asks && !answering,
      chooseLines: isOpen(state),
      chooseCarrier: isOpen(state) || state === 'lost',
      resumeWork: workHeldAt !== null,
    };
  }
}
