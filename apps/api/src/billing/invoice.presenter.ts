import {
  type DescribedGiveBack,
  type DescribedInvoice,
  type DescribedLine,
  type DescribedWithLines,
  invoiceCan,
  invoiceSays,
  lineCan,
  unpaidStep,
} from '@app/billing';
import type { DisputeOfWeek } from '@app/disputes';
import type { User } from '@app/kernel';
import type { InvoiceLineView, InvoiceView, InvoiceWithLinesView } from '@app/wire/billing';
import type { GivenBackView } from '@app/wire/refunds';

import { presentUnpaid } from './unpaid.presenter.ts';

export function presentInvoice(actor: User, invoice: DescribedInvoice): InvoiceView {
  const { id, number, subtotalCents, feeCents, totalCents, creditedCents, owedCents, refundedCents, state } = invoice;
  return {
    ...{ id, number, subtotalCents, feeCents, totalCents, creditedCents, owedCents, refundedCents, state },
    client: { id: invoice.clientId, name: invoice.clientName },
    week: presentWeek(invoice, invoice.zone),
    issuedAt: invoice.issuedAt.toISOString(),
    reviewEndsAt: invoice.reviewEndsAt.toISOString(),
    paidAt: invoice.paidAt?.toISOString() ?? null,
    nextAttemptAt: invoice.nextAttemptAt?.toISOString() ?? null,
    says: invoiceSays(invoice, invoice.declined),
    unpaid: presentUnpaid(unpaidStep(invoice)),
    can: invoiceCan(actor, invoice),
  };
}

export function presentInvoiceWithLines(
  actor: User,
  { invoice, lines, givenBack }: DescribedWithLines,
  disputes: ReadonlyMap<string, DisputeOfWeek>,
): InvoiceWithLinesView {
  return {
    ...presentInvoice(actor, invoice),
    lines: lines.map((line) => ({
      ...presentLine(actor, invoice, line),
      dispute: disputes.get(line.weekId ?? '') ?? null,
    })),
    givenBack: givenBack.map(presentGiveBack),
  };
}

function presentGiveBack(given: DescribedGiveBack): GivenBackView {
  const {
    id,
    lineId,
    amountCents,
    feeCents,
    reasonCode,
    causeKind: cause,
    carriedBy,
    refundState,
    refundStateAt,
  } = given;
  return {
    ...{ id, lineId, amountCents, feeCents, reasonCode, cause, carriedBy },
    state: given.state === 'waiting' ? 'waiting' : 'applied',
    decidedAt: given.decidedAt.toISOString(),
    creditNote: given.creditNoteNumber,
    refund:
      refundState && refundStateAt
        ? { state: refundState, stateAt: refundStateAt.toISOString(), waitsFor: given.waitsFor }
        : null,
  };
}

function presentLine(actor: User, invoice: DescribedInvoice, line: DescribedLine): Omit<InvoiceLineView, 'dispute'> {
  const { id, kind, weekId, contractId, title, rateCents, seconds, minutes, amountCents, feeBp, feeCents, review } =
    line;
  const { givenBackCents, givenBackFeeCents } = line;
  return {
    ...{ givenBackCents, givenBackFeeCents },
    ...{ id, kind, weekId, contractId, title, rateCents, seconds, minutes, amountCents, feeBp, feeCents, review },
    week: presentWeek(line, invoice.zone),
    assistant: { id: line.assistantId, name: line.assistantName },
    can: lineCan(actor, invoice, line),
  };
}

function presentWeek(of: { weekStart: Date; weekEnd: Date }, zone: string): InvoiceView['week'] {
  return { start: of.weekStart.toISOString(), end: of.weekEnd.toISOString(), zone };
}
