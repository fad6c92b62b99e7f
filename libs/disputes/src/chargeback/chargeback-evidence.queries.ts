/** $1 invoice. Who speaks for the business is its owner, since the card is the business's. */
export const FACTS = `
  select i.number, b.name as business, a.email as "clientEmail", a.name as "clientName", w.zone,
         lower(w.during) as "weekStart", upper(w.during) as "weekEnd", i.issued_at as "issuedAt", i.paid_at as "paidAt",
         i.total_cents::int as "totalCents"
    from invoice i join business b on b.id = i.client_id join client_week w on w.id = i.client_week_id
    join lateral (select a.email, a.name from business_member m join account a on a.id = m.account_id
                   where m.business_id = i.client_id and m.role = 'owner' order by m.since, a.id limit 1) a on true
   where i.id = $1`;

/** $1 invoice, $2 chargeback: the lines that it touches, or all of them while none are known. */
export const LINES = `
  select l.id, c.title, a.name as assistant, l.minutes::int as minutes, l.rate_cents::int as "rateCents",
         l.amount_cents::int as "amountCents", l.fee_cents::int as "feeCents",
         case when cw.state = 'accepted' then cw.review_state_at end as "acceptedAt",
         case when cw.review_state in ('approved', 'accepted_by_silence') then cw.review_state end as accepted,
         c.offered_at as "offeredAt", c.started_at as "startedAt"
    from invoice_line l join contract c on c.id = l.contract_id join account a on a.id = l.assistant_id
    left join contract_week cw on cw.id = l.contract_week_id
   where l.invoice_id = $1
     and (exists (select from chargeback_line x where x.chargeback_id = $2 and x.line_id = l.id)
       or not exists (select from chargeback_line x where x.chargeback_id = $2))
   order by a.name, l.id`;

/** $1 lines. */
export const ENTRIES = `
  select l.id as "lineId", lower(e.during) as start, upper(e.during) as "end", e.note
    from invoice_line l join time_entry e on e.contract_week_id = l.contract_week_id
   where l.id = any($1) and e.bucket = 'within'
   order by l.id, lower(e.during)`;
