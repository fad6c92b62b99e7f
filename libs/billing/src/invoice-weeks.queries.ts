/**
 * Everything of all frozen weeks in one statement: invoices, lines, earnings, and the weeks' own move.
 * $1 now, $2 days of hold of a client not trusted yet, $3 the earliest end of a review, $4 the smallest total in cents,
 * $5 how many captured weeks make trust, $6 the instant before which the oldest of them was captured, $7 the instant
 * before which what was frozen has waited long enough for more to come.
 */
export const ISSUE_INVOICES = `
  with worked as (
    select w.id, w.client_week_id, w.client_id, w.contract_id, w.assistant_id, w.rate_cents,
           sum(extract(epoch from upper(e.during) - lower(e.during)))::bigint as seconds
      from contract_week w join time_entry e on e.contract_week_id = w.id
     where w.state = 'frozen' and e.bucket = 'within'
     group by w.id
  ),
  priced as (
    select uuidv7() as line_id, uuidv7() as new_invoice_id, 'time' as kind, null::uuid as bonus_id, worked.id, worked.client_week_id,
           worked.client_id, worked.contract_id, worked.assistant_id, worked.rate_cents, seconds, lower(week.during) as week_start,
           week.freezes_at, week.review_until, bill_minutes(seconds) as minutes, amount_cents, client_fee_bp,
           fee_of(amount_cents, client_fee_bp) as fee_cents
      from worked
      join contract on contract.id = worked.contract_id
      join client_week week on week.id = worked.client_week_id
     cross join lateral (select amount_for(worked.rate_cents, bill_minutes(seconds)) as amount_cents) as worth
    union all
    select uuidv7(), uuidv7(), 'bonus', bonus.id, null, bonus.client_week_id, bonus.client_id, bonus.contract_id, bonus.assistant_id, null,
           null, lower(week.during), week.freezes_at, week.review_until, null, bonus.amount_cents, client_fee_bp,
           fee_of(bonus.amount_cents, client_fee_bp)
      from bonus
      join contract on contract.id = bonus.contract_id
      join client_week week on week.id = bonus.client_week_id
     where bonus.line_id is null and week.freezes_at <= $1
  ),
  -- Windows and no joins from here on: how many weeks are frozen is what the planner never knows.
  gathered as (
    select priced.*, first_value(new_invoice_id) over latest as invoice_id, row_number() over latest = 1 as leads,
           first_value(client_week_id) over latest as invoice_week_id,
           sum(amount_cents) over client as subtotal_cents, sum(fee_cents) over client as total_fee_cents,
           min(freezes_at) over client as waiting_since
      from priced window client as (partition by client_id), latest as (partition by client_id order by week_start desc)
  ),
  billed as materialized (
    select * from gathered
     where (subtotal_cents + total_fee_cents >= $4
            or subtotal_cents + total_fee_cents > 0 and ( -- too small to be charged, and nothing will come to make it more
              waiting_since <= $7 or not exists (
                select from contract c where c.client_id = gathered.client_id and c.state in ('offered', 'active', 'paused'))))
       and not exists ( -- what freezes late joins the client's next invoice
         select from invoice i where i.client_id = gathered.client_id and i.client_week_id = gathered.invoice_week_id)
  ),
  issued as (
    insert into invoice (id, client_id, client_week_id, subtotal_cents, fee_cents, total_cents, issued_at, review_ends_at,
                         client_trusted, hold_days, state, state_at, next_attempt_at)
    select invoice_id, client_id, client_week_id, subtotal_cents, total_fee_cents, subtotal_cents + total_fee_cents,
           $1::timestamptz, greatest(review_until, $3), trusted, case when trusted then 0 else $2::int end, 'issued', $1, $1
      from billed
     cross join lateral (
       select coalesce(count(*) >= $5 and min(paid_at) <= $6 and bool_and(charged_back_at is null), false) as long_enough
         from invoice where client_id = billed.client_id and state = 'paid') as captured
     cross join lateral (
       select long_enough and not exists (
         select from charge_attempt a
          where a.state = 'declined'
            and a.invoice_id = (select id from invoice where client_id = billed.client_id order by issued_at desc limit 1)
       ) as trusted) as trust
     where leads
     order by invoice_id -- All is read before the first is written: meanwhile the table would grow under its own reader.
    returning id
  ),
  line as (
    insert into invoice_line (id, invoice_id, client_id, contract_id, contract_week_id, assistant_id, kind, rate_cents,
                              seconds, minutes, amount_cents, fee_bp, fee_cents)
    select line_id, invoice_id, client_id, contract_id, id, assistant_id, kind, rate_cents,
           seconds, minutes, amount_cents, client_fee_bp, fee_cents
      from billed
  ),
  earned as (
    insert into earning (id, line_id, invoice_id, client_id, assistant_id, amount_cents, part_to, state, state_at, review_ended_at)
    select uuidv7(), line_id, invoice_id, client_id, assistant_id, amount_cents, coalesce(seconds, amount_cents), 'held', $1,
           case when kind = 'bonus' then $1 end -- nobody reviews it
      from billed where amount_cents > 0
  ),
  paid_out as (
    update bonus set line_id = billed.line_id from billed where bonus.id = billed.bonus_id
  ),
  moved as (
    update contract_week w set state = 'invoiced', state_at = $1, review_state = 'pending', review_state_at = $1
      from billed where w.id = billed.id
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

/** $1 now, $2 the smallest total in cents: what has just been issued and cannot be charged. */
export const TOO_SMALL = `select id from invoice where issued_at = $1 and next_attempt_at = $1 and state = 'issued' and total_cents < $2`;
