import { type DescribedInvoice, type DescribedLine, invoiceCan, invoiceSays, lineCan, unpaidStep } from '@app/billing';
import type { User } from '@app/kernel';
import type { InvoiceLineView, InvoiceView, InvoiceWithLinesView } from '@app/wire/billing';

import { presentUnpaid } from './unpaid.presenter.ts';

export function presentInvoice(actor: User, invoice: DescribedInvoice): InvoiceView {
  const { id, number, subtotalCents, feeCents, totalCents, state } = invoice;
  return {
    ...{ id, number, subtotalCents, feeCents, totalCents, state },
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
  { invoice, lines }: { invoice: DescribedInvoice; lines: readonly DescribedLine[] },
): InvoiceWithLinesView {
  return { ...presentInvoice(actor, invoice), lines: lines.map((line) => presentLine(actor, invoice, line)) };
}

function presentLine(actor: User, invoice: DescribedInvoice, line: DescribedLine): InvoiceLineView {
  const { id, kind, weekId, contractId, title, rateCents, seconds, minutes, amountCents, feeBp, feeCents, review } =
    line;
  return {
    ...{ id, kind, weekId, contractId, title, rateCents, seconds, minutes, amountCents, feeBp, feeCents, review },
    week: presentWeek(line, invoice.zone),
    assistant: { id: line.assistantId, name: line.assistantName },
    can: lineCan(actor, invoice, line),
  };
}

function presentWeek(of: { weekStart: Date; weekEnd: Date }, zone: string): InvoiceView['week'] {
  return { start: of.weekStart.toISOString(), end: of.weekEnd.toISOString(), zone };
}
