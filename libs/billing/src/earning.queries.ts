/** The later of payment and review's end, and the invoice's hold, as kernel's timeline has it; null until both are known. */
function releasesAt(paidAt: string, reviewEndedAt: string): string {
  return `case when ${paidAt} is not null and ${reviewEndedAt} is not null
               then greatest(${paidAt}, ${reviewEndedAt}) + make_interval(days => i.hold_days) end`;
}

/** $1 invoice, $2 the instant of payment. */
export const EARNINGS_PAID = `
  update earning e set paid_at = $2, releases_at = ${releasesAt('$2::timestamptz', 'e.review_ended_at')}
    from invoice i where i.id = e.invoice_id and e.invoice_id = $1 and e.paid_at is null`;

/** $1 contract week, $2 the instant at which its client approved it. What is in dispute is approved by nobody. */
export const EARNINGS_APPROVED = `
  update earning e set review_ended_at = $2, releases_at = ${releasesAt('e.paid_at', '$2::timestamptz')}
    from invoice_line l join invoice i on i.id = l.invoice_id
   where e.line_id = l.id and l.contract_week_id = $1 and e.review_ended_at is null
     and not exists (select from earning_hold h where h.earning_id = e.id and h.cause_kind = 'dispute' and h.released_at is null)`;

/** $1 now. The review ends at the instant that was shown, however late the sweep comes. */
export const WEEKS_ACCEPTED_BY_SILENCE = `
  with silent as (
    update contract_week w
       set state = 'accepted', state_at = $1, review_state = case w.review_state when 'pending' then 'accepted_by_silence'
             else case when dispute.held then 'disputed' else 'resolved' end end,
           review_state_at = case when w.review_state = 'disputed' and dispute.held then w.review_state_at else $1 end
      from invoice_line l join invoice i on i.id = l.invoice_id
     cross join lateral (
       select exists (select from earning e join earning_hold h on h.earning_id = e.id
                       where e.line_id = l.id and h.cause_kind = 'dispute' and h.released_at is null) as held) as dispute
     where l.contract_week_id = w.id and w.state = 'invoiced' and w.review_state in ('pending', 'disputed')
       and l.kind = 'time' and i.review_ends_at <= $1
    returning w.id
  ),
  ended as (
    update earning e set review_ended_at = i.review_ends_at, releases_at = ${releasesAt('e.paid_at', 'i.review_ends_at')}
      from invoice_line l join invoice i on i.id = l.invoice_id, silent
     where e.line_id = l.id and l.contract_week_id = silent.id and e.review_ended_at is null
  )
  select count(*)::int as weeks from silent`;

export const NEXT_REVIEW_END = `
  select min(i.review_ends_at) as at
    from contract_week w join invoice_line l on l.contract_week_id = w.id join invoice i on i.id = l.invoice_id
   where w.state = 'invoiced' and w.review_state in ('pending', 'disputed')`;

/** $1 now. A posting of J5 for each, in the same statement. */
export const EARNINGS_RELEASED = `
  update earning set state = 'due', state_at = $1 where state = 'held' and releases_at <= $1 and live_holds = 0
  returning 'rel:' || id as reference, client_id, assistant_id, invoice_id, line_id, id as earning_id, amount_cents`;
