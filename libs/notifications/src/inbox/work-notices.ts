import type { NoticeLine } from './notice-line.ts';

const CONTRACT = `
  select c.*, b.name as client, a.name as assistant from contract c
    join business b on b.id = c.client_id join account a on a.id = c.assistant_id
   where c.id = ($1::jsonb->>'contractId')::uuid`;

/** The people of contract `c`'s client who hire. */
const HIRING = `join business_member m on m.business_id = c.client_id and m.role in ('owner', 'hiring')`;

const IMPORT = `
  select i.assistant_id as account_id, '/assist/time/import' as link,
         jsonb_build_object('file', i.file_name, 'client', b.name, 'rows', i.rows) as facts
    from time_import i join contract c on c.id = i.contract_id join business b on b.id = c.client_id
   where i.id = ($1::jsonb->>'importId')::uuid`;

/** Offers, contracts and hours. */
export const workNotices: readonly NoticeLine[] = [
  {
    event: 'contract.offered',
    kind: 'contract_offered',
    rows: `select assistant_id as account_id, '/assist/contracts/' || id as link,
                  jsonb_build_object('client', client, 'title', title, 'until', offer_expires_at) as facts
             from (${CONTRACT}) c`,
  },
  {
    event: 'contract.accepted',
    kind: 'contract_accepted',
    rows: `select m.account_id, '/hire/contracts/' || c.id as link, jsonb_build_object('assistant', assistant, 'title', title) as facts
             from (${CONTRACT}) c ${HIRING}`,
  },
  {
    event: 'contract.declined',
    kind: 'contract_declined',
    rows: `select m.account_id, '/hire/contracts/' || c.id as link, jsonb_build_object('assistant', assistant, 'title', title) as facts
             from (${CONTRACT}) c ${HIRING}`,
  },
  {
    event: 'contract.ended',
    kind: 'contract_ended',
    rows: `select p.account_id, p.link, jsonb_build_object('with', p.other, 'title', c.title) as facts
             from (${CONTRACT}) c, lateral (
               select c.assistant_id as account_id, '/assist/contracts/' || c.id as link, c.client as other
               union all
               select m.account_id, '/hire/contracts/' || c.id, c.assistant from business_member m
                where m.business_id = c.client_id and m.role in ('owner', 'hiring')
             ) p
            where p.account_id is distinct from ($1::jsonb->>'endedBy')::uuid`,
  },
  {
    event: 'limit.neared',
    kind: 'limit_neared',
    rows: `select w.assistant_id as account_id, '/assist' as link,
                  jsonb_build_object('client', b.name, 'percent', $1::jsonb->'percent') as facts
             from contract_week w join business b on b.id = w.client_id
            where w.id = ($1::jsonb->>'contractWeekId')::uuid`,
  },
  {
    event: 'limit.neared',
    kind: 'limit_reached',
    rows: `select m.account_id, '/hire/weeks/' || w.id as link, jsonb_build_object('assistant', a.name) as facts
             from contract_week w join account a on a.id = w.assistant_id join contract c on c.id = w.contract_id ${HIRING}
            where w.id = ($1::jsonb->>'contractWeekId')::uuid and $1::jsonb->'percent' = '100'`,
  },
  {
    event: 'limit.raised',
    kind: 'limit_raised',
    rows: `select w.assistant_id as account_id, '/assist' as link,
                  jsonb_build_object('client', b.name, 'minutes', $1::jsonb->'limitMinutes') as facts
             from contract_week w join business b on b.id = w.client_id
            where w.id = ($1::jsonb->>'contractWeekId')::uuid`,
  },
  {
    event: 'timer.stopped',
    kind: 'timer_stopped',
    rows: `select assistant_id as account_id, '/assist' as link,
                  jsonb_build_object('client', client, 'at', $1::jsonb->'stoppedAt', 'why', $1::jsonb->'why') as facts
             from (${CONTRACT}) c`,
  },
  { event: 'import.logged', kind: 'import_logged', rows: IMPORT },
  { event: 'import.refused', kind: 'import_refused', rows: IMPORT },
  {
    event: 'contract.paused',
    kind: 'contract_paused',
    rows: `select assistant_id as account_id, '/assist/contracts/' || id as link, jsonb_build_object('client', client, 'title', title) as facts
             from (${CONTRACT}) c`,
  },
  {
    event: 'contract.resumed',
    kind: 'contract_resumed',
    rows: `select assistant_id as account_id, '/assist/contracts/' || id as link, jsonb_build_object('client', client, 'title', title) as facts
             from (${CONTRACT}) c`,
  },
];
