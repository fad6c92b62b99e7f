/** $1 one of them, or null. */
export const CHARGEBACKS = `
  select c.id, c.stripe_id as "stripeId", c.invoice_id as "invoiceId", i.number as "invoiceNumber", c.client_id as "clientId",
         b.name as "clientName", c.amount_cents::int as "amountCents", c.reason, c.state, c.state_at as "stateAt",
         c.opened_at as "openedAt", c.due_by as "dueBy", c.submissions, c.out_cents::int as "outCents",
         coalesce((select sum((p ->> 'cents')::bigint) from chargeback_loss l, jsonb_array_elements(l.parts) p
                    where l.chargeback_id = c.id and p ->> 'account' = 'platform_losses'), 0)::int as "lostCents",
         coalesce((select sum((p ->> 'cents')::bigint) from chargeback_loss l, jsonb_array_elements(l.parts) p
                    where l.chargeback_id = c.id and p ->> 'account' in ('earnings_held', 'assistant_debt')), 0)::int as "assistantsCents",
         c.carried_by as "carriedBy", c.carried_reason as "carriedReason",
         c.lines_chosen_by is not null as "linesChosen",
         (select h.placed_at from billing_hold h where h.cause = 'chargeback' and h.cause_id = c.id and h.lifted_at is null) as "workHeldAt",
         exists (select from chargeback_answer a where a.chargeback_id = c.id and a.state = 'claimed') as answering
    from chargeback c join invoice i on i.id = c.invoice_id join business b on b.id = c.client_id
   where $1::uuid is null or c.id = $1
   order by c.state in ('inquiry', 'needs_response') desc, case when c.state in ('inquiry', 'needs_response') then c.due_by end,
            c.opened_at desc, c.id`;

/** $1 chargeback. */
export const TOUCHED = `
  select x.line_id as "lineId", l.assistant_id as "assistantId", a.name as "assistantName", k.title,
         x.amount_cents::int as "amountCents", x.fee_cents::int as "feeCents",
         coalesce((select json_agg(distinct e.state) from earning e where e.line_id = l.id), '[]') as "earningStates",
         (select max(h.until) from earning e join earning_hold h on h.earning_id = e.id
           where e.line_id = l.id and h.cause_kind = 'chargeback' and h.cause_id = $1 and h.released_at is null) as "heldUntil"
    from chargeback_line x join invoice_line l on l.id = x.line_id join account a on a.id = l.assistant_id
    join contract k on k.id = l.contract_id
   where x.chargeback_id = $1 order by a.name, l.id`;

/** $1 chargeback. */
export const FACTS = `
  select status, out_cents::int as "outCents", seen_at as "seenAt" from chargeback_fact where chargeback_id = $1 order by id`;

/** $1 chargeback. */
export const ANSWERS = `
  select a.id, a.kind, p.name as "givenBy", a.state, a.state_at as at, a.refusal
    from chargeback_answer a join account p on p.id = a.given_by where a.chargeback_id = $1 order by a.claimed_at, a.id`;
