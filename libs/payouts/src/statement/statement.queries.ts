/** What the ledger says Kontor owes one assistant: earned and not sent yet, less what they owe. $1 the assistant. */
const MINE = `
  select p.journal_id, p.line_id, p.client_id, p.amount_cents, p.account
    from earning e join posting p on p.earning_id = e.id and p.account in ('earnings_held', 'earnings_due')
   where e.assistant_id = $1
  union all
  select p.journal_id, p.line_id, p.client_id, p.amount_cents, p.account
    from posting p where p.account = 'assistant_debt' and p.assistant_id = $1`;

/** $2 an instant: what was owed just before it. */
export const OWED_BEFORE = `
  select coalesce(-sum(m.amount_cents), 0)::int as cents, coalesce(sum(m.amount_cents) filter (where m.account = 'assistant_debt'), 0)::int as "debtCents"
    from (${MINE}) m join journal j on j.id = m.journal_id where j.occurred_at < $2`;

/**
 * $2 and $3 from and to. A row a journal and line, of a transfer and of what it keeps back a row in all. A release only
 * moves what is owed from held to due: it is no row.
 */
export const MOVEMENTS = `
  select j.kind, j.occurred_at as at, (-sum(m.amount_cents))::int as cents,
         coalesce(-sum(m.amount_cents) filter (where m.account = 'assistant_debt'), 0)::int as "debtCents",
         b.name as client, lower(w.during) as "weekStart", upper(w.during) as "weekEnd",
         l.kind as "lineKind", l.minutes::int as minutes, l.rate_cents::int as "rateCents", j.reference
    from (${MINE}) m
    join journal j on j.id = m.journal_id and j.occurred_at >= $2 and j.occurred_at < $3
    left join lateral (select case when j.kind in ('J6', 'J7') then null else m.line_id end as id) one on true
    left join business b on b.id = m.client_id
    left join invoice_line l on l.id = one.id
    left join contract_week cw on cw.id = l.contract_week_id
    left join client_week w on w.id = cw.client_week_id
   group by j.id, b.id, l.id, w.id
  having sum(m.amount_cents) <> 0 or bool_or(m.account = 'assistant_debt')
   order by j.occurred_at, b.name, w.during, l.id, j.id`;

/** $1 the assistant, $2 and $3 from and to. */
export const BANK_PAYOUTS = `
  select id, amount_cents::int as cents, status, created_at as at, arrives_at as "arrivesAt"
    from bank_payout where assistant_id = $1 and created_at >= $2 and created_at < $3 order by created_at, id`;

/** $1 the assistant. */
export const READER = `
  select a.name, a.zone, first.at as since from account a
    left join lateral (
      select min(j.occurred_at) as at from earning e join posting p on p.earning_id = e.id join journal j on j.id = p.journal_id
       where e.assistant_id = a.id) first on true
   where a.id = $1`;
