/** $1 contract week. */
export const OF_WEEK = `
  select reported_at as "reportedAt", answered_at as "answeredAt", dispute_id as "disputeId", refusal
    from late_report where contract_week_id = $1 order by reported_at desc, id desc limit 1`;

/** $1 report. */
export const LATE_REPORT = `
  select r.id, r.contract_week_id as "weekId", r.client_id as "clientId", r.ground, r.reason,
         (select json_agg(json_build_object('entryId', l.entry_id, 'seconds', l.seconds) order by e.during)
            from late_report_line l join time_entry e on e.id = l.entry_id where l.report_id = r.id) as lines
    from late_report r where r.id = $1`;

export const OPEN_REPORTS = `
  select r.id, r.ground, r.reason, r.reported_at as "reportedAt", who.name as "reportedBy", c.title,
         json_build_object('id', b.id, 'name', b.name) as client, json_build_object('id', a.id, 'name', a.name) as assistant,
         json_build_object('id', w.id, 'start', lower(cw.during), 'end', upper(cw.during), 'zone', cw.zone) as week,
         (select json_agg(json_build_object('entryId', e.id, 'start', lower(e.during), 'end', upper(e.during), 'note', e.note,
                                            'seconds', l.seconds) order by e.during)
            from late_report_line l join time_entry e on e.id = l.entry_id where l.report_id = r.id) as lines
    from late_report r
    join contract_week w on w.id = r.contract_week_id
    join client_week cw on cw.id = w.client_week_id
    join contract c on c.id = w.contract_id
    join business b on b.id = r.client_id
    join account a on a.id = w.assistant_id
    join account who on who.id = r.reported_by
   where r.answered_at is null order by r.reported_at, r.id`;
