import { Database } from '@app/database';
import { type Actor, actsFor } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { InvoiceNotFound } from './billing.errors.ts';
import { GIVEN_BACK, INVOICES, LINES } from './describe-invoices.queries.ts';
import type { GiveBackCauseKind } from './giving-back/cause.ts';
import type { CarriedBy } from './giving-back/give-back.entity.ts';
import type { GiveBackState } from './giving-back/give-back.state.ts';
import type { RefundState } from './giving-back/refund.state.ts';
import type { InvoiceState } from './invoice.state.ts';
import type { UnpaidFacts } from './unpaid-step.ts';

/** An invoice as its client reads it. Amounts in cents. */
export interface DescribedInvoice extends UnpaidFacts {
  readonly id: string;
  readonly number: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly weekStart: Date;
  readonly weekEnd: Date;
  readonly zone: string;
  readonly subtotalCents: number;
  readonly feeCents: number;
  readonly totalCents: number;
  /** By credit notes, before it was charged. */
  readonly creditedCents: number;
  /** What is charged, or was. */
  readonly owedCents: number;
  /** Refunded since, or about to be. */
  readonly refundedCents: number;
  readonly issuedAt: Date;
  readonly reviewEndsAt: Date;
  readonly state: InvoiceState;
  readonly paidAt: Date | null;
  readonly nextAttemptAt: Date | null;
  /** What the bank said of the latest attempt, when it declined. */
  readonly declined: string | null;
}

export interface DescribedLine {
  readonly id: string;
  readonly kind: 'time' | 'late_time' | 'bonus';
  /** null for a bonus, as are its rate, time and review. */
  readonly weekId: string | null;
  readonly contractId: string;
  readonly title: string;
  readonly assistantId: string;
  readonly assistantName: string;
  readonly rateCents: number | null;
  readonly seconds: number | null;
  readonly minutes: number | null;
  readonly amountCents: number;
  readonly feeBp: number;
  readonly feeCents: number;
  readonly review: 'pending' | 'approved' | 'accepted_by_silence' | 'disputed' | 'resolved' | null;
  /** The part of the work week that it is about. */
  readonly weekStart: Date;
  readonly weekEnd: Date;
  readonly givenBackCents: number;
  readonly givenBackFeeCents: number;
}

/** What went back of one line, by one decision. */
export interface DescribedGiveBack {
  readonly id: string;
  readonly lineId: string;
  readonly amountCents: number;
  readonly feeCents: number;
  readonly reasonCode: string;
  readonly causeKind: GiveBackCauseKind;
  readonly causeId: string;
  readonly carriedBy: CarriedBy;
  readonly state: GiveBackState;
  readonly decidedAt: Date;
  /** Before it was charged; otherwise null. */
  readonly creditNoteNumber: string | null;
  /** After it was charged; otherwise null. */
  readonly refundState: RefundState | null;
  readonly refundStateAt: Date | null;
  readonly waitsFor: 'reversal' | 'funds' | null;
}

export interface DescribedWithLines {
  readonly invoice: DescribedInvoice;
  readonly lines: DescribedLine[];
  readonly givenBack: DescribedGiveBack[];
}

/** Invoices are their client's: assistants see what they earn, not what it costs. */
@Injectable()
export class DescribeInvoices {
  constructor(private readonly db: Database) {}

  /** The latest first. */
  list(actor: Actor): Promise<DescribedInvoice[]> {
    return this.db.reader.query<DescribedInvoice[]>(INVOICES, [...visibleTo(actor), null]);
  }

  async find(actor: Actor, id: string): Promise<DescribedWithLines> {
    const [invoice] = await this.db.reader.query<DescribedInvoice[]>(INVOICES, [...visibleTo(actor), id]);
    if (!invoice || !actsFor(actor, invoice.clientId)) throw new InvoiceNotFound(id);
    return {
      invoice,
      lines: await this.db.reader.query<DescribedLine[]>(LINES, [id]),
      givenBack: await this.db.reader.query<DescribedGiveBack[]>(GIVEN_BACK, [id]),
    };
  }
}

/** `$1` and `$2`: all of them, and of which businesses. */
function visibleTo(actor: Actor): [boolean, string[]] {
  if (actor.kind === 'system') return [true, []];
  return [false, actor.kind === 'user' ? actor.businesses.map(({ id }) => id) : []];
}
