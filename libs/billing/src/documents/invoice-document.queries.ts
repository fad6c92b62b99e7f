import type { DescribedInvoice } from '../describe-invoices.ts';

export interface DocumentLine {
  readonly kind: 'time' | 'late_time' | 'bonus';
  readonly title: string;
  readonly assistantName: string;
  /** null: a bonus has no hours. */
  readonly weekStart: Date | null;
  readonly weekEnd: Date | null;
  readonly minutes: number | null;
  readonly rateCents: number | null;
  readonly amountCents: number;
  readonly feeBp: number;
  readonly feeCents: number;
}

/** $1 invoice. */
export const DOCUMENT_LINES = `
  select l.kind, c.title, coalesce(r.name, a.name) as "assistantName", lower(w.during) as "weekStart", upper(w.during) as "weekEnd",
         l.minutes::int as minutes, l.rate_cents::int as "rateCents", l.amount_cents::int as "amountCents",
         l.fee_bp as "feeBp", l.fee_cents::int as "feeCents"
    from invoice_line l
    join contract c on c.id = l.contract_id
    join account a on a.id = l.assistant_id
    left join retained_name r on r.account_id = a.id
    left join contract_week cw on cw.id = l.contract_week_id
    left join client_week w on w.id = cw.client_week_id
   where l.invoice_id = $1
   order by w.during nulls last, a.name, l.id`;

export interface DocumentPayment {
  readonly chargeId: string | null;
  readonly brand: string | null;
  readonly last4: string | null;
  readonly country: string;
}

/** $1 invoice. How it was paid, and where its client is. */
export const DOCUMENT_PAYMENT = `
  select i.charge_id as "chargeId", card.brand, card.last4, b.country
    from invoice i
    join business b on b.id = i.client_id
    left join charge_attempt t on t.invoice_id = i.id and t.charge_id = i.charge_id
    left join saved_card card on card.payment_method_id = t.payment_method_id
   where i.id = $1
   limit 1`;

export interface DocumentCorrection {
  readonly kind: 'credit_note' | 'refund';
  /** Of a credit note. */
  readonly number: string | null;
  readonly at: Date;
  /** With the share of the fee. */
  readonly cents: number;
  readonly state: string | null;
}

/** $1 invoice. */
export const DOCUMENT_CORRECTIONS = `
  select 'credit_note' as kind, n.number, n.issued_at as at, (n.amount_cents + n.fee_cents)::int as cents, null as state
    from credit_note n where n.invoice_id = $1
  union all
  select 'refund', null, r.created_at, r.amount_cents::int, r.state from refund r where r.invoice_id = $1
   order by at, kind`;

export interface InvoiceInDetail {
  readonly invoice: DescribedInvoice;
  readonly lines: readonly DocumentLine[];
  readonly payment: DocumentPayment;
  readonly corrections: readonly DocumentCorrection[];
}
