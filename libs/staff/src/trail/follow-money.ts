import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

import { NothingFound } from '../staff.errors.ts';
import { type JournalReference, type MoneyStep, throughStep } from './money-step.ts';
import { invoicesOf, type JournalRow, journalsOf, stepsOf } from './money-steps.queries.ts';

/** Where the money of a charge, a transfer, a payout, a refund went and where it came from, each step with its journals. */
@Injectable()
export class FollowMoney {
  constructor(private readonly db: Database) {}

  /** By any id of ours or Stripe's that is on the way. Throws `NothingFound`. */
  async run(id: string): Promise<MoneyStep[]> {
    const from = this.db.reader;
    const invoices = await invoicesOf(from, id);
    if (invoices.length === 0) throw new NothingFound('money');
    const rows = await stepsOf(from, invoices);
    const journals = await journalsOf(from, invoices, rows);
    const steps = rows.map(({ cents, ...step }) => {
      return {
        ...step,
        amountCents: Number(cents),
        journals: journals.filter((row) => isOf(row, step)).map(toReference),
      };
    });
    const named = steps.filter((step) => step.id === id || step.stripeId === id).map((step) => step.id);
    // A number or a PaymentIntent names no step of its own: its invoice's whole way is meant.
    return throughStep(steps, named.length > 0 ? named : invoices);
  }
}

function isOf(row: JournalRow, { kind, id, stripeId }: Pick<MoneyStep, 'kind' | 'id' | 'stripeId'>): boolean {
  if (kind === 'earning') return row.earnings?.includes(id) ?? false;
  if (kind === 'line') return row.lines?.includes(id) ?? false;
  if (kind === 'invoice') return row.reference.startsWith(`inv:${id}`) || row.reference === `small:${id}`;
  if (row.reference.endsWith(`:${id}`)) return true;
  return stripeId !== null && (row.stripeIds?.includes(stripeId) ?? false);
}

function toReference({ reference, kind, reason, occurredAt }: JournalRow): JournalReference {
  return { reference, kind, reason, occurredAt };
}
