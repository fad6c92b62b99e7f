/**
 * Everything of all frozen weeks in one statement: invoices, lines, earnings, and the weeks' own move.
 * $1 now, $2 days of hold of a client not trusted yet, $3 the earliest end of a review, $4 the smallest total in cents,
 * $5 how many captured weeks make trust, $6 the instant before which the oldest of them was captured.
 */
export const ISSUE_INVOICES = `
  with worked as (
    select w.id, w.client_week_id, w.client_id, w.contract_id, w.assistant_id, w.rate_cents,
           sum(extract(epoch from upper(e.during) - lower(e.during)))::bigint as seconds
      from contract_week w join time_entry e on e.contract_week_id = w.id
     where w.state = 'frozen' and e.bucket = 'within'
     group by w.id
  ),
  priced as materialized (
    select uuidv7() as line_id, worked.*, bill_minutes(seconds) as minutes, amount_cents, client_fee_bp,
           fee_of(amount_cents, client_fee_bp) as fee_cents, lower(week.during) as week_start
      from worked
      join contract on contract.id = worked.contract_id
      join client_week week on week.id = worked.client_week_id
     cross join lateral (select amount_for(worked.rate_cents, bill_minutes(seconds)) as amount_cents) as worth
  ),
  bill as (
    select client_id, max(week_start) as week_start, sum(amount_cents) as subtotal_cents, sum(fee_cents) as fee_cents
      from priced group by client_id having sum(amount_cents + fee_cents) >= $4
  ),
  issued as (
    insert into invoice (id, client_id, client_week_id, subtotal_cents, fee_cents, total_cents, issued_at, review_ends_at,
                         client_trusted, hold_days, state, state_at, next_attempt_at)
    select uuidv7(), bill.client_id, week.id, subtotal_cents, fee_cents, subtotal_cents + fee_cents, $1::timestamptz,
           greatest(week.review_until, $3), trusted, case when trusted then 0 else $2::int end, 'issued', $1, $1
      from bill
      join client_week week on week.client_id = bill.client_id and lower(week.during) = bill.week_start
     cross join lateral (
       select coalesce(count(*) >= $5 and min(paid_at) <= $6, false) as long_enough
         from invoice where client_id = bill.client_id and state = 'paid') as captured
     cross join lateral (
       select long_enough and not exists (
         select from charge_attempt a
          where a.state = 'declined'
            and a.invoice_id = (select id from invoice where client_id = bill.client_id order by issued_at desc limit 1)
       ) as trusted) as trust
    on conflict (client_id, client_week_id) do nothing -- a week that froze late joins the client's next invoice
    returning id, client_id
  ),
  line as (
    insert into invoice_line (id, invoice_id, client_id, contract_id, contract_week_id, assistant_id, kind, rate_cents,
                              seconds, minutes, amount_cents, fee_bp, fee_cents)
    select line_id, issued.id, client_id, contract_id, priced.id, assistant_id, 'time', rate_cents,
           seconds, minutes, amount_cents, client_fee_bp, fee_cents
      from priced join issued using (client_id)
    returning id, invoice_id, client_id, contract_week_id, assistant_id, amount_cents
  ),
  earned as (
    insert into earning (id, line_id, invoice_id, client_id, assistant_id, amount_cents, state, state_at)
    select uuidv7(), id, invoice_id, client_id, assistant_id, amount_cents, 'held', $1 from line where amount_cents > 0
  ),
  moved as (
    update contract_week w set state = 'invoiced', state_at = $1, review_state = 'pending', review_state_at = $1
      from line where w.id = line.contract_week_id
  )
  select count(*)::int as invoices from issued`;

/** The lines that J1 is posted for. $1 now: an invoice issued at that instant by an earlier run has its journal already. */
export const LINES_ISSUED = `
  select 'inv:' || l.invoice_id as reference, l.client_id, l.assistant_id, l.invoice_id, l.id as line_id, e.id as earning_id,
         l.amount_cents, l.fee_cents, l.amount_cents + l.fee_cents as total_cents
    from invoice i
    join invoice_line l on l.invoice_id = i.id
    left join earning e on e.line_id = l.id and e.parent_id is null
   where i.next_attempt_at = $1 and i.issued_at = $1`;
