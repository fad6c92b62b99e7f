/** Every contract that the reader is a party of, and who is on its other side. */
const OURS = `
  select c.id, c.title, c.client_id, c.assistant_id, c.offered_at,
         case when c.client_id = any($2::uuid[]) then 'hire' else 'assist' end as side,
         case when c.client_id = any($2::uuid[]) then coalesce(r.name, a.name) else b.name end as other
    from contract c
    join business b on b.id = c.client_id
    join account a on a.id = c.assistant_id
    left join retained_name r on r.account_id = a.id
   where c.assistant_id = $1 or c.client_id = any($2::uuid[])`;

const NO_WEEK = `null::timestamptz as start, null::timestamptz as "end", null::text as zone`;

/**
 * $1 the reader, $2 the businesses they act for, $3 what they look for as a pattern, $4 the most of a kind. What is seen
 * is what the lists of each lib show: contracts and weeks to both parties, briefs and invoices to the business alone.
 */
export const FIND = `
  with ours as (${OURS})
  (select 'person' as kind, id, side, other as text, null::text as "with", ${NO_WEEK}
     from (select distinct on (side, assistant_id, client_id) * from ours where other ilike $3
            order by side, assistant_id, client_id, offered_at desc) latest
    order by offered_at desc limit $4)
  union all
  (select 'contract', id, side, title, other, ${NO_WEEK} from ours
    where title ilike $3 or other ilike $3 order by offered_at desc, id limit $4)
  union all
  (select 'brief', id, 'hire', title, null, ${NO_WEEK} from brief
    where client_id = any($2::uuid[]) and (title ilike $3 or description ilike $3) order by id desc limit $4)
  union all
  (select 'invoice', i.id, 'hire', i.number, b.name, ${NO_WEEK}
     from invoice i join business b on b.id = i.client_id
    where i.client_id = any($2::uuid[]) and i.number ilike $3 order by i.issued_at desc, i.id limit $4)
  union all
  (select 'week', w.id, o.side, o.title, o.other, lower(cw.during), upper(cw.during), cw.zone
     from ours o join contract_week w on w.contract_id = o.id join client_week cw on cw.id = w.client_week_id
    where o.title ilike $3 or o.other ilike $3 order by cw.during desc, w.id limit $4)`;
