import { GIVEN_UP_AT } from './unpaid-step.ts';

/** $1 whether to show those of everybody, $2 businesses, $3 one invoice or null. */
export const INVOICES = `
  select i.id, i.number, i.client_id as "clientId", b.name as "clientName",
         lower(w.during) as "weekStart", upper(w.during) as "weekEnd", w.zone,
         i.subtotal_cents::int as "subtotalCents", i.fee_cents::int as "feeCents", i.total_cents::int as "totalCents",
         i.credited_cents::int as "creditedCents", (i.total_cents - i.credited_cents)::int as "owedCents",
         (select coalesce(sum(r.amount_cents), 0)::int from refund r where r.invoice_id = i.id and r.give_back_id is not null)
           as "refundedCents",
         i.issued_at as "issuedAt", i.review_ends_at as "reviewEndsAt", i.state, i.paid_at as "paidAt",
         i.next_attempt_at as "nextAttemptAt", attempt.message as declined, i.wants, i.failed_at as "failedAt",
         i.unpaid_outcome as "unpaidOutcome",
         ${GIVEN_UP_AT} as "givenUpAt",
         (select s.billing_hold_at from client_standing s where s.client_id = i.client_id) as "suspendedAt"
    from invoice i
    join business b on b.id = i.client_id
    join client_week w on w.id = i.client_week_id
    left join lateral (
      select case when a.state = 'declined' then a.message end as message
        from charge_attempt a where a.invoice_id = i.id order by a.number desc limit 1) attempt on true
   where ($1 or i.client_id = any($2::uuid[])) and ($3::uuid is null or i.id = $3)
   order by i.issued_at desc, i.number desc`;

/** $1 invoice. */
export const LINES = `
  select l.id, l.kind, l.contract_week_id as "weekId", l.contract_id as "contractId", c.title,
         l.assistant_id as "assistantId", a.name as "assistantName", l.rate_cents::int as "rateCents",
         l.seconds::int as seconds, l.minutes::int as minutes, l.amount_cents::int as "amountCents",
         l.fee_bp as "feeBp", l.fee_cents::int as "feeCents", cw.review_state as review,
         lower(w.during) as "weekStart", upper(w.during) as "weekEnd",
         coalesce(back.cents, 0)::int as "givenBackCents", coalesce(back.fee_cents, 0)::int as "givenBackFeeCents"
    from invoice_line l
    join invoice i on i.id = l.invoice_id
    join contract c on c.id = l.contract_id
    join account a on a.id = l.assistant_id
    left join contract_week cw on cw.id = l.contract_week_id
    join client_week w on w.id = coalesce(cw.client_week_id, i.client_week_id)
    left join lateral (
      select sum(g.amount_cents) as cents, sum(g.fee_cents) as fee_cents from give_back g
       where g.line_id = l.id and g.state <> 'dropped') back on true
   where l.invoice_id = $1
   order by w.during, a.name, l.id`;

/** $1 invoice. What went back of it, by line. */
export const GIVEN_BACK = `
  select g.id, g.line_id as "lineId", g.amount_cents::int as "amountCents", g.fee_cents::int as "feeCents", g.reason_code as "reasonCode",
         g.cause_kind as "causeKind", g.cause_id as "causeId", g.carried_by as "carriedBy", g.state, g.decided_at as "decidedAt",
         n.number as "creditNoteNumber", r.state as "refundState", r.state_at as "refundStateAt", nullif(r.waits_for, 'balance') as "waitsFor"
    from give_back g left join credit_note n on n.id = g.credit_note_id left join refund r on r.give_back_id = g.id
   where g.invoice_id = $1 and g.state <> 'dropped' order by g.decided_at, g.id`;
