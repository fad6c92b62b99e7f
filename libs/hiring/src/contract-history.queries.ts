/**
 * $1 contract. What became of it, the oldest first, with the person as far as one is kept: the assistant answers in
 * person, and of a client it is written down who offered and who ended.
 */
export const HAPPENINGS = `
  select happened.kind, happened.at, happened.by = c.assistant_id as "byAssistant", a.name
    from contract c
   cross join lateral (
     select 0 as place, 'offered' as kind, c.offered_at as at, c.offered_by as by
     union all
     select h.id,
            case when h.to_state <> 'active' then h.to_state
                 when h.from_state = 'offered' then 'accepted'
                 else 'resumed' end,
            h.at,
            case when h.to_state = 'ended' then c.ended_by
                 when h.to_state = 'declined' or (h.from_state, h.to_state) = ('offered', 'active') then c.assistant_id end
       from state_history h where h.machine = 'contract' and h.row_id = c.id
   ) happened
    left join account a on a.id = happened.by
   where c.id = $1
   order by happened.place`;
