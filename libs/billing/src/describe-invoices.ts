import { Database } from '@app/database';
import { type Actor, actsFor } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { InvoiceNotFound } from './billing.errors.ts';
import { INVOICES, LINES } from './describe-invoices.queries.ts';
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
  readonly weekId: string;
  readonly contractId: string;
  readonly title: string;
  readonly assistantId: string;
  readonly assistantName: string;
  readonly rateCents: number;
  readonly seconds: number;
  readonly minutes: number;
  readonly amountCents: number;
  readonly feeBp: number;
  readonly feeCents: number;
  readonly review: 'pending' | 'approved' | 'accepted_by_silence' | 'disputed' | 'resolved';
  /** The part of the work week that it is about. */
  readonly weekStart: Date;
  readonly weekEnd: Date;
}

/** Invoices are their client's: assistants see what they earn, not what it costs. */
@Injectable()
export class DescribeInvoices {
  constructor(private readonly db: Database) {}

  /** The latest first. */
  list(actor: Actor): Promise<DescribedInvoice[]> {
    return this.db.reader.query<DescribedInvoice[]>(INVOICES, [...visibleTo(actor), null]);
  }

  async find(actor: Actor, id: string): Promise<{ invoice: DescribedInvoice; lines: DescribedLine[] }> {
    const [invoice] = await this.db.reader.query<DescribedInvoice[]>(INVOICES, [...visibleTo(actor), id]);
    if (!invoice || !actsFor(actor, invoice.clientId)) throw new InvoiceNotFound(id);
    return { invoice, lines: await this.db.reader.query<DescribedLine[]>(LINES, [id]) };
  }
}

/** `$1` and `$2`: all of them, and of which businesses. */
function visibleTo(actor: Actor): [boolean, string[]] {
  if (actor.kind === 'system') return [true, []];
  return [false, actor.kind === 'user' ? actor.businesses.map(({ id }) => id) : []];
}
