/** $1 dispute. */
export const DISPUTE = `
  select d.id, d.number, d.origin, d.ground, d.reason, d.opened_at as "openedAt",
         (select json_agg(json_build_object('id', l.id, 'entryId', l.entry_id, 'seconds', l.seconds) order by l.id)
            from dispute_line l where l.dispute_id = d.id) as lines
    from dispute d where d.id = $1`;

/** $1 contract. The terms in force. */
export const CONTRACT = `
  select c.id, c.title, c.state, c.rate_cents::int as "rateCents", c.weekly_limit_minutes as "weeklyLimitMinutes",
         c.client_fee_bp as "clientFeeBp", c.assistant_fee_bp as "assistantFeeBp", c.offered_at as "offeredAt",
         c.started_at as "startedAt", c.ended_at as "endedAt",
         json_build_object('id', b.id, 'name', b.name, 'zone', b.zone, 'country', b.country) as client,
         json_build_object('id', a.id, 'name', a.name, 'zone', a.zone) as assistant
    from contract c join business b on b.id = c.client_id join account a on a.id = c.assistant_id
   where c.id = $1`;

/** $1 contract week. */
export const WEEK = `
  select w.id, lower(cw.during) as start, upper(cw.during) as end, cw.zone, w.rate_cents::int as "rateCents",
         w.limit_seconds::int as "limitSeconds", w.counted_seconds::int as "countedSeconds",
         w.over_limit_seconds::int as "overLimitSeconds", w.state, w.review_state as review, cw.freezes_at as "freezesAt"
    from contract_week w join client_week cw on cw.id = w.client_week_id where w.id = $1`;

/** $1 invoice, $2 contract week. */
export const INVOICE = `
  select i.number, i.issued_at as "issuedAt", i.review_ends_at as "reviewEndsAt", i.state, i.paid_at as "paidAt",
         (select json_agg(json_build_object('id', l.id, 'kind', l.kind, 'rateCents', l.rate_cents, 'seconds', l.seconds,
                   'minutes', l.minutes, 'amountCents', l.amount_cents, 'feeBp', l.fee_bp, 'feeCents', l.fee_cents) order by l.id)
            from invoice_line l where l.invoice_id = i.id and l.contract_week_id = $2) as lines
    from invoice i where i.id = $1`;

/** $1 contract week. Its time as it was billed. */
export const ENTRIES = `
  select e.id, lower(e.during) as start, upper(e.during) as end, e.note, e.source, e.bucket, e.created_at as "createdAt",
         e.import_id as "importId"
    from time_entry e where e.contract_week_id = $1 order by e.during`;

/** $1 contract week. Every version of every entry, deleted ones too. */
export const VERSIONS = `
  select v.entry_id as "entryId", v.change, v.at, v.before, v.after, v.reason, a.name as by
    from time_entry_version v left join account a on a.id = v.actor_id
   where v.contract_week_id = $1 order by v.id`;

/** $1 contract week. What was asked about it and answered. */
export const QUESTIONS = `
  select q.id, q.entry_id as "entryId", q.question, q.asked_at as "askedAt", asker.name as "askedBy", q.state, q.answer,
         q.answered_at as "answeredAt", q.correction_seconds::int as "correctionSeconds"
    from entry_query q join account asker on asker.id = q.asked_by where q.contract_week_id = $1 order by q.id`;

/** $1 contract, $2 contract week, $3 invoice, $4 dispute. What happened when, as the states moved. */
export const HISTORY = `
  select h.machine, h.from_state as "from", h.to_state as "to", h.at
    from state_history h
   where (h.machine = 'contract' and h.row_id = $1) or (h.machine in ('week', 'review') and h.row_id = $2)
      or (h.machine = 'invoice' and h.row_id = $3)
      or (h.machine in ('dispute', 'entry_query') and (
           h.row_id in (select id from dispute where contract_week_id = $2 and id <> $4)
        or h.row_id in (select id from entry_query where contract_week_id = $2)))
   order by h.id`;
