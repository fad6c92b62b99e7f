/** What an event that no request caused changes on screens, and on whose: `to` finds accounts by the event's payload, $1. */
export interface LiveLine {
  readonly event: string;
  readonly topics: readonly string[];
  readonly to: string;
}

const CLIENT = `select account_id as id from business_member where business_id = ($1::jsonb->>'clientId')::uuid`;
const ASSISTANT = `select ($1::jsonb->>'assistantId')::uuid as id`;
const EVERYBODY_OF_CLIENT = `
  ${CLIENT}
  union
  select assistant_id from contract where client_id = ($1::jsonb->>'clientId')::uuid and state in ('active', 'paused')`;
const DISPUTED = ['disputes', 'timelog', 'billing', 'staff'];
const DISPUTE = `
  select d.assistant_id as id from dispute d where d.id = ($1::jsonb->>'disputeId')::uuid
  union
  select m.account_id from dispute d join business_member m on m.business_id = d.client_id
   where d.id = ($1::jsonb->>'disputeId')::uuid`;
/** Whatever has happened: every line is asked with the payload. */
const STAFF = `select account_id as id from staff_grant where revoked_at is null and $1::jsonb is not null`;
const DISPUTE_AND_STAFF = `${DISPUTE} union ${STAFF}`;
/** Their hours are the client's to see as well; a refusal is theirs alone. */
const IMPORTER = `select assistant_id as id from time_import where id = ($1::jsonb->>'importId')::uuid`;
const BOTH_OF_IMPORT = `
  ${IMPORTER}
  union
  select m.account_id from time_import i join contract c on c.id = i.contract_id
    join business_member m on m.business_id = c.client_id where i.id = ($1::jsonb->>'importId')::uuid`;
const invoices = (which: string) => `
  select m.account_id as id from invoice i join business_member m on m.business_id = i.client_id where ${which}
  union
  select e.assistant_id from invoice i join earning e on e.invoice_id = i.id where ${which}`;

/** By hand what a request did is told by the api at once; these are what time and Stripe do. */
export const liveLines: readonly LiveLine[] = [
  {
    event: 'weeks.invoiced',
    topics: ['timelog', 'billing'],
    to: invoices(`i.issued_at = ($1::jsonb->>'at')::timestamptz`),
  },
  {
    event: 'weeks.accepted_by_silence',
    topics: ['timelog', 'billing'],
    to: invoices(`i.id in (select invoice_id from earning where review_ended_at = ($1::jsonb->>'at')::timestamptz)`),
  },
  { event: 'invoice.paid', topics: ['billing'], to: invoices(`i.id = ($1::jsonb->>'invoiceId')::uuid`) },
  { event: 'charge.failed', topics: ['billing', 'timelog'], to: invoices(`i.id = ($1::jsonb->>'invoiceId')::uuid`) },
  {
    event: 'earnings.released',
    topics: ['billing', 'payouts'],
    to: `select assistant_id as id from earning where state_at = ($1::jsonb->>'at')::timestamptz`,
  },
  { event: 'invoice.uncollectible', topics: ['billing'], to: invoices(`i.id = ($1::jsonb->>'invoiceId')::uuid`) },
  {
    event: 'refund.arrived',
    topics: ['billing', 'disputes'],
    to: invoices(`i.id = (select invoice_id from refund where id = ($1::jsonb->>'refundId')::uuid)`),
  },
  { event: 'debt.taken', topics: ['billing', 'payouts'], to: ASSISTANT },
  { event: 'payout.paid', topics: ['payouts'], to: ASSISTANT },
  { event: 'payout.failed', topics: ['payouts'], to: ASSISTANT },
  { event: 'work.suspended', topics: ['timelog', 'hiring', 'billing'], to: EVERYBODY_OF_CLIENT },
  { event: 'work.resumed', topics: ['timelog', 'hiring', 'billing'], to: EVERYBODY_OF_CLIENT },
  { event: 'dispute.referred', topics: DISPUTED, to: DISPUTE_AND_STAFF },
  { event: 'dispute.decided', topics: DISPUTED, to: DISPUTE_AND_STAFF },
  { event: 'dispute.closed', topics: DISPUTED, to: DISPUTE_AND_STAFF },
  { event: 'chargeback.opened', topics: ['staff'], to: STAFF },
  { event: 'chargeback.decided', topics: ['staff'], to: STAFF },
  { event: 'refund.failed', topics: ['staff'], to: STAFF },
  { event: 'timer.stopped', topics: ['timelog'], to: ASSISTANT },
  { event: 'import.logged', topics: ['timelog', 'disputes'], to: BOTH_OF_IMPORT },
  { event: 'import.refused', topics: ['timelog'], to: IMPORTER },
  { event: 'payee.changed', topics: ['payouts'], to: ASSISTANT },
  { event: 'card.saved', topics: ['billing', 'hiring'], to: CLIENT },
];

/** The name of the line's handler and queue. */
export function liveHandlerOf(event: string): string {
  return `live.on-${event}`;
}
