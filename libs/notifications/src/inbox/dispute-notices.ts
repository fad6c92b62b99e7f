import type { NoticeLine } from './notice-line.ts';

const DISPUTE = `
  select d.*, b.name as client, a.name as assistant from dispute d
    join business b on b.id = d.client_id join account a on a.id = d.assistant_id
   where d.id = ($1::jsonb->>'disputeId')::uuid`;

/** The people of the client of `d` who approve hours and dispute them. */
const APPROVING = `join business_member m on m.business_id = d.client_id and m.role in ('owner', 'approver')`;

const both = (facts: string, where = 'true') => `
  select d.assistant_id as account_id, '/assist/disputes/' || d.id as link, ${facts} as facts from (${DISPUTE}) d where ${where}
  union all
  select m.account_id, '/hire/disputes/' || d.id, ${facts} from (${DISPUTE}) d ${APPROVING} where ${where}`;

const QUERY = `
  select q.*, b.name as client, a.name as assistant from entry_query q
    join business b on b.id = q.client_id join account a on a.id = q.assistant_id
   where q.id = ($1::jsonb->>'queryId')::uuid`;

/** Questions about entries, and disputes of them. */
export const disputeNotices: readonly NoticeLine[] = [
  {
    event: 'query.asked',
    kind: 'query_asked',
    rows: `select assistant_id as account_id, '/assist/disputes' as link, jsonb_build_object('client', client) as facts
             from (${QUERY}) q`,
  },
  {
    event: 'query.answered',
    kind: 'query_answered',
    rows: `select asked_by as account_id, '/hire/weeks/' || contract_week_id as link,
                  jsonb_build_object('assistant', assistant, 'how', $1::jsonb->'how') as facts
             from (${QUERY}) q`,
  },
  {
    event: 'query.closed',
    kind: 'query_closed',
    rows: `select assistant_id as account_id, '/assist/disputes' as link,
                  jsonb_build_object('client', client, 'how', $1::jsonb->'how') as facts
             from (${QUERY}) q`,
  },
  {
    event: 'dispute.opened',
    kind: 'dispute_opened',
    rows: `select assistant_id as account_id, '/assist/disputes/' || id as link,
                  jsonb_build_object('client', client, 'number', number, 'until', due_at) as facts
             from (${DISPUTE}) d`,
  },
  {
    event: 'dispute.answered',
    kind: 'dispute_answered',
    rows: `select m.account_id, '/hire/disputes/' || d.id as link,
                  jsonb_build_object('assistant', assistant, 'number', number, 'how', $1::jsonb->'how') as facts
             from (${DISPUTE}) d ${APPROVING}`,
  },
  { event: 'dispute.referred', kind: 'dispute_referred', rows: both(`jsonb_build_object('number', d.number)`) },
  {
    event: 'dispute.deadline_near',
    kind: 'dispute_deadline_near',
    rows: `select account_id, link, facts from (${both(
      `jsonb_build_object('number', d.number, 'until', $1::jsonb->'dueAt')`,
    )}) told
            where case $1::jsonb->>'state' when 'open' then link like '/assist/%'
                                           when 'answered' then link like '/hire/%' else true end`,
  },
  { event: 'dispute.decided', kind: 'dispute_decided', rows: both(`jsonb_build_object('number', d.number)`) },
  { event: 'dispute.appealed', kind: 'dispute_appealed', rows: both(`jsonb_build_object('number', d.number)`) },
  {
    event: 'dispute.closed',
    kind: 'dispute_closed',
    rows: both(`jsonb_build_object('number', d.number, 'outcome', $1::jsonb->'outcome')`),
  },
  {
    event: 'late_report.declined',
    kind: 'late_report_declined',
    rows: `select r.reported_by as account_id, '/hire/weeks/' || r.contract_week_id as link,
                  jsonb_build_object('assistant', a.name) as facts
             from late_report r join contract_week w on w.id = r.contract_week_id join account a on a.id = w.assistant_id
            where r.id = ($1::jsonb->>'reportId')::uuid`,
  },
];
