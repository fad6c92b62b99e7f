/** $1 disputes. */
export const DISPUTES = `
  select d.id, json_build_object('id', b.id, 'name', b.name) as client, json_build_object('id', a.id, 'name', a.name) as assistant,
         c.title, lower(cw.during) as "weekStart", upper(cw.during) as "weekEnd", cw.zone,
         share.seconds, share.disputed, case when d.closed_at is not null then share.refunded end as refunded,
         exists (select from dispute_offer o where o.dispute_id = d.id and o.answer is null) as "offerStands",
         exists (select from dispute_decision p
                  where p.dispute_id = d.id and p.needs_second and p.decided_at is null and p.superseded_at is null) as "awaitsSecond",
         case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end as "claimedBy"
    from dispute d
    join business b on b.id = d.client_id
    join account a on a.id = d.assistant_id
    join contract c on c.id = d.contract_id
    join contract_week w on w.id = d.contract_week_id
    join client_week cw on cw.id = w.client_week_id
    left join account k on k.id = d.claimed_by
   cross join lateral (
     select coalesce(sum(s.seconds), 0)::int as seconds,
            json_build_object('amountCents', coalesce(sum(s.amount_cents), 0), 'feeCents', coalesce(sum(s.fee_cents), 0)) as disputed,
            json_build_object('amountCents', coalesce(sum(s.refunded_amount_cents), 0),
                              'feeCents', coalesce(sum(s.refunded_fee_cents), 0)) as refunded
       from dispute_share s where s.dispute_id = d.id) as share
   where d.id = any($1)`;

/** $1 dispute. */
export const LINES = `
  select l.id, l.entry_id as "entryId", lower(e.during) as start, upper(e.during) as end, e.note,
         extract(epoch from upper(e.during) - lower(e.during))::int as "entrySeconds", l.seconds::int as seconds
    from dispute_line l join time_entry e on e.id = l.entry_id where l.dispute_id = $1 order by e.during`;

/** $1 dispute. */
export const OFFER = `
  select o.made_at as at, o.amount_cents::int as "amountCents", o.fee_cents::int as "feeCents",
         coalesce(o.answer, case when d.state in ('open', 'answered', 'deciding') then 'standing' else 'declined' end) as state,
         (select json_agg(json_build_object('lineId', l.dispute_line_id, 'refundSeconds', l.refund_seconds) order by l.dispute_line_id)
            from dispute_offer_line l where l.offer_id = o.id) as lines
    from dispute_offer o join dispute d on d.id = o.dispute_id where o.dispute_id = $1`;

/** $1 dispute. */
export const STATEMENTS = `
  select s.id, s.side, case when s.side <> 'staff' then json_build_object('id', a.id, 'name', a.name) end as by, s.at, s.kind, s.text,
         case when f.id is not null then json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size, 'sha256', f.sha256)
         end as file
    from dispute_statement s join account a on a.id = s.by_id left join stored_file f on f.id = s.file_id
   where s.dispute_id = $1 order by s.id`;

/** $1 dispute, $2 whether to show also what is not decided. What was superseded is shown to nobody. */
export const DECISIONS = `
  select p.id, p.round, p.decided_at as "decidedAt", p.carried_by as "carriedBy", p.needs_second as "needsSecond", p.version,
         p.proposed_at as "proposedAt", json_build_object('id', a.id, 'name', a.name) as "proposedBy",
         json_build_object('amountCents', p.paid_amount_cents, 'feeCents', p.paid_fee_cents) as paid,
         json_build_object('amountCents', p.refunded_amount_cents, 'feeCents', p.refunded_fee_cents) as refunded,
         i.state in ('paid', 'charging') as captured,
         (select json_agg(json_build_object('lineId', l.dispute_line_id, 'verdict', l.verdict, 'refundSeconds', l.refund_seconds,
                                            'ruleId', l.rule_id, 'reason', l.reason) order by l.dispute_line_id)
            from dispute_decision_line l where l.decision_id = p.id) as lines
    from dispute_decision p
    join account a on a.id = p.proposed_by
    join dispute d on d.id = p.dispute_id
    join invoice i on i.id = d.invoice_id
   where p.dispute_id = $1 and p.superseded_at is null and ($2 or p.decided_at is not null) order by p.round, p.id`;
