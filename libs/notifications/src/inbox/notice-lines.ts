import type { NoticeKind } from '@app/wire/notifications';

/** What an event tells whom in the app. `rows` finds (account_id, facts, link) by the event's payload, $1. */
export interface NoticeLine {
  readonly event: string;
  readonly kind: NoticeKind;
  readonly rows: string;
}

const CONTRACT = `
  select c.*, b.name as client, a.name as assistant from contract c
    join business b on b.id = c.client_id join account a on a.id = c.assistant_id
   where c.id = ($1::jsonb->>'contractId')::uuid`;

/** The people of contract `c`'s client who hire. */
const HIRING = `join business_member m on m.business_id = c.client_id and m.role in ('owner', 'hiring')`;
/** The people of invoice `i`'s client who see to its money. */
const PAYING = `join business_member m on m.business_id = i.client_id and m.role in ('owner', 'finance')`;

export const noticeLines: readonly NoticeLine[] = [
  {
    event: 'contract.offered',
    kind: 'contract_offered',
    rows: `select assistant_id as account_id, '/assist/work' as link,
                  jsonb_build_object('client', client, 'title', title, 'until', offer_expires_at) as facts
             from (${CONTRACT}) c`,
  },
  {
    event: 'contract.accepted',
    kind: 'contract_accepted',
    rows: `select m.account_id, '/hire/contracts' as link, jsonb_build_object('assistant', assistant, 'title', title) as facts
             from (${CONTRACT}) c ${HIRING}`,
  },
  {
    event: 'contract.declined',
    kind: 'contract_declined',
    rows: `select m.account_id, '/hire/contracts' as link, jsonb_build_object('assistant', assistant, 'title', title) as facts
             from (${CONTRACT}) c ${HIRING}`,
  },
  {
    event: 'contract.ended',
    kind: 'contract_ended',
    rows: `select p.account_id, p.link, jsonb_build_object('with', p.other, 'title', c.title) as facts
             from (${CONTRACT}) c, lateral (
               select c.assistant_id as account_id, '/assist/work' as link, c.client as other
               union all
               select m.account_id, '/hire/contracts', c.assistant from business_member m
                where m.business_id = c.client_id and m.role in ('owner', 'hiring')
             ) p
            where p.account_id is distinct from ($1::jsonb->>'endedBy')::uuid`,
  },
  {
    event: 'weeks.invoiced',
    kind: 'week_to_review',
    rows: `select m.account_id, '/hire/invoices/' || i.id as link,
                  jsonb_build_object('number', i.number, 'cents', i.total_cents, 'until', i.review_ends_at) as facts
             from invoice i
             join business_member m on m.business_id = i.client_id and m.role in ('owner', 'approver', 'finance')
            where i.issued_at = ($1::jsonb->>'at')::timestamptz`,
  },
  {
    event: 'charge.failed',
    kind: 'charge_failed',
    rows: `select m.account_id, '/hire/cards' as link, jsonb_build_object('number', i.number, 'cents', i.total_cents) as facts
             from invoice i ${PAYING} where i.id = ($1::jsonb->>'invoiceId')::uuid`,
  },
  {
    event: 'charge.failed',
    kind: 'client_charge_failed',
    rows: `select e.assistant_id as account_id, '/assist/earnings' as link,
                  jsonb_build_object('client', b.name, 'cents', sum(e.amount_cents)) as facts
             from earning e join business b on b.id = e.client_id
            where e.invoice_id = ($1::jsonb->>'invoiceId')::uuid and e.state = 'held'
            group by e.assistant_id, b.name`,
  },
  {
    event: 'earnings.released',
    kind: 'earnings_released',
    rows: `select assistant_id as account_id, '/assist/earnings' as link, jsonb_build_object('cents', sum(amount_cents)) as facts
             from earning where state = 'due' and state_at = ($1::jsonb->>'at')::timestamptz group by assistant_id`,
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
    event: 'timer.stopped',
    kind: 'timer_stopped',
    rows: `select assistant_id as account_id, '/assist' as link,
                  jsonb_build_object('client', client, 'at', $1::jsonb->'stoppedAt', 'why', $1::jsonb->'why') as facts
             from (${CONTRACT}) c`,
  },
];
