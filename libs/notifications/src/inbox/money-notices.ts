import type { NoticeLine } from './notice-line.ts';

/** The people of invoice `i`'s client who see to its money. */
const PAYING = `join business_member m on m.business_id = i.client_id and m.role in ('owner', 'finance')`;

const INVOICE = `invoice i join business b on b.id = i.client_id`;
const THE_INVOICE = `i.id = ($1::jsonb->>'invoiceId')::uuid`;

/** The assistants whom client `$1.clientId` has a contract with. */
const ITS_ASSISTANTS = `
  select distinct c.assistant_id as account_id, '/assist/work' as link, jsonb_build_object('client', b.name) as facts
    from contract c join business b on b.id = c.client_id
   where c.client_id = ($1::jsonb->>'clientId')::uuid and c.state in ('active', 'paused')`;

/** The payout `$1.payoutId`, to whom it goes. */
const THE_PAYOUT = `
  select assistant_id as account_id, '/assist/payouts' as link, jsonb_build_object('cents', amount_cents) as facts
    from bank_payout where id = $1::jsonb->>'payoutId'`;

/** Bills, their charges, and what becomes of earnings. */
export const moneyNotices: readonly NoticeLine[] = [
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
    event: 'bonus.given',
    kind: 'bonus_given',
    rows: `select bonus.assistant_id as account_id, '/assist/earnings' as link,
                  jsonb_build_object('client', b.name, 'cents', bonus.amount_cents) as facts
             from bonus join business b on b.id = bonus.client_id
            where bonus.id = ($1::jsonb->>'bonusId')::uuid`,
  },
  {
    event: 'earnings.released',
    kind: 'earnings_released',
    rows: `select assistant_id as account_id, '/assist/earnings' as link, jsonb_build_object('cents', sum(amount_cents)) as facts
             from earning where state = 'due' and state_at = ($1::jsonb->>'at')::timestamptz group by assistant_id`,
  },
  {
    event: 'work.suspended',
    kind: 'work_suspended',
    rows: ITS_ASSISTANTS,
  },
  {
    event: 'work.suspended',
    kind: 'own_work_suspended',
    rows: `select m.account_id, '/hire/cards' as link, jsonb_build_object('business', b.name) as facts
             from business b join business_member m on m.business_id = b.id and m.role in ('owner', 'hiring', 'finance')
            where b.id = ($1::jsonb->>'clientId')::uuid`,
  },
  { event: 'work.resumed', kind: 'work_resumed', rows: ITS_ASSISTANTS },
  {
    event: 'invoice.uncollectible',
    kind: 'invoice_uncollectible',
    rows: `select e.assistant_id as account_id, '/assist/earnings' as link,
                  jsonb_build_object('client', b.name, 'cents', sum(e.amount_cents), 'outcome', $1::jsonb->'outcome') as facts
             from ${INVOICE} join earning e on e.invoice_id = i.id where ${THE_INVOICE} group by e.assistant_id, b.name`,
  },
  {
    event: 'refund.arrived',
    kind: 'refund_arrived',
    rows: `select m.account_id, '/hire/invoices/' || i.id as link,
                  jsonb_build_object('number', i.number, 'cents', r.amount_cents) as facts
             from refund r join invoice i on i.id = r.invoice_id ${PAYING}
            where r.id = ($1::jsonb->>'refundId')::uuid`,
  },
  {
    event: 'debt.taken',
    kind: 'debt_taken',
    rows: `select d.assistant_id as account_id, '/assist/earnings' as link,
                  jsonb_build_object('client', b.name, 'cents', $1::jsonb->'takenCents', 'leftCents', $1::jsonb->'leftCents') as facts
             from assistant_debt d join business b on b.id = d.client_id where d.id = ($1::jsonb->>'debtId')::uuid`,
  },
  { event: 'payout.paid', kind: 'payout_paid', rows: THE_PAYOUT },
  { event: 'payout.failed', kind: 'payout_failed', rows: THE_PAYOUT },
  {
    event: 'chargeback.opened',
    kind: 'chargeback_opened',
    rows: `select distinct e.assistant_id as account_id, '/assist/earnings' as link, jsonb_build_object('client', b.name) as facts
             from chargeback c join ${INVOICE} on i.id = c.invoice_id join earning e on e.invoice_id = i.id
            where c.id = ($1::jsonb->>'chargebackId')::uuid and not ($1::jsonb->>'inquiry')::boolean`,
  },
];
