/** $1 business; $2 months, $3 and $4 where each begins and ends. The costliest of a month first. */
export const SPEND = `
  select m.name as month, l.assistant_id as "assistantId", coalesce(r.name, a.name) as "assistantName",
         coalesce(sum(l.minutes), 0)::int as minutes,
         sum(l.amount_cents)::float8 as "workCents", sum(l.fee_cents)::float8 as "feeCents",
         sum(coalesce(back.cents, 0))::float8 as "givenBackCents",
         sum(l.amount_cents + l.fee_cents - coalesce(back.cents, 0))::float8 as "spentCents"
    from unnest($2::text[], $3::timestamptz[], $4::timestamptz[]) as m (name, begins, ends)
    join invoice i on i.client_id = $1 and i.issued_at >= m.begins and i.issued_at < m.ends and i.state <> 'void'
    join invoice_line l on l.invoice_id = i.id
    join account a on a.id = l.assistant_id
    left join retained_name r on r.account_id = a.id
    left join lateral (
      select sum(g.amount_cents + g.fee_cents) as cents from give_back g where g.line_id = l.id and g.state <> 'dropped'
    ) back on true
   group by m.name, l.assistant_id, coalesce(r.name, a.name)
   order by m.name, "spentCents" desc, "assistantName"`;
