import type { EntityManager } from 'typeorm';

import type { MoneyStep } from './money-step.ts';

/** Of these invoices; each branch yields the columns of `MoneyStep` but its journals. $1 the invoices' ids. */
const STEPS = `
  select 'invoice' as kind, id::text, null as "stripeId", '{}'::text[] as "from", total_cents as cents, state, issued_at as at, null as reason
    from invoice where id = any($1)
  union all
  select 'charge', charge_id, charge_id, array[id::text], total_cents - credited_cents, 'succeeded', paid_at, null
    from invoice where id = any($1) and charge_id is not null and paid_at is not null
  union all
  select 'line', l.id::text, null, array[coalesce(case when i.paid_at is not null then i.charge_id end, i.id::text)], l.amount_cents + l.fee_cents, null, i.issued_at, l.kind
    from invoice_line l join invoice i on i.id = l.invoice_id where i.id = any($1)
  union all
  select 'earning', e.id::text, null, array[coalesce(e.parent_id, e.line_id)::text], e.amount_cents, e.state, e.state_at,
         coalesce(e.blocked_reason, (select h.cause_kind || ':' || h.reason_code from earning_hold h
                                      where h.earning_id = e.id and h.released_at is null order by h.placed_at limit 1))
    from earning e where e.invoice_id = any($1)
  union all
  select 'transfer', t.id::text, t.stripe_id,
         (select array_agg(x.earning_id::text order by x.earning_id) from transfer_item x where x.transfer_id = t.id),
         t.amount_cents, t.state, t.claimed_at, t.failure
    from transfer t where t.invoice_id = any($1)
  union all
  select 'payout', p.id, p.id,
         (select array_agg(x.transfer_id::text order by x.transfer_id) from bank_payout_item x where x.payout_id = p.id),
         p.amount_cents, p.status, p.created_at, p.failure
    from bank_payout p
   where exists (select from bank_payout_item x join transfer t on t.id = x.transfer_id where x.payout_id = p.id and t.invoice_id = any($1))
  union all
  select 'credit_note', n.id::text, null,
         coalesce((select array_agg(distinct g.line_id::text) from give_back g where g.credit_note_id = n.id), array[n.invoice_id::text]),
         n.amount_cents + n.fee_cents, null, n.issued_at,
         (select min(g.cause_kind || ':' || g.reason_code) from give_back g where g.credit_note_id = n.id)
    from credit_note n where n.invoice_id = any($1)
  union all
  select 'refund', r.id::text, r.stripe_id, array[coalesce(g.earning_id::text, r.charge_id)], r.amount_cents, r.state,
         r.created_at, coalesce(g.cause_kind || ':' || g.reason_code, 'duplicate')
    from refund r left join give_back g on g.id = r.give_back_id where r.invoice_id = any($1)
  union all
  select 'debt', d.id::text, null, array[d.earning_id::text], d.amount_cents,
         case when d.closed_at is null then 'open' else 'closed' end, d.opened_at, d.cause_kind
    from assistant_debt d where d.invoice_id = any($1)
  union all
  select 'reversal', v.id::text, v.stripe_id, array[v.transfer_id::text, v.debt_id::text], v.amount_cents, v.state, v.claimed_at, v.failure
    from transfer_reversal v join transfer t on t.id = v.transfer_id where t.invoice_id = any($1)
  union all
  select 'chargeback', c.id::text, c.stripe_id, array[c.charge_id], c.amount_cents, c.state, c.opened_at, c.reason
    from chargeback c where c.invoice_id = any($1)`;

/** Every posting names what it is about: its journals are those of the step. */
const JOURNALS = `
  select j.reference, j.kind, j.reason, j.occurred_at as "occurredAt",
         array_agg(distinct p.earning_id::text) filter (where p.earning_id is not null) as earnings,
         array_agg(distinct p.line_id::text) filter (where p.line_id is not null) as lines,
         array_agg(distinct p.invoice_id::text) filter (where p.invoice_id is not null) as invoices,
         array_agg(distinct p.stripe_id) filter (where p.stripe_id is not null) as "stripeIds"
    from posting p join journal j on j.id = p.journal_id
   where j.id in (select journal_id from posting
                   where invoice_id = any($1) or earning_id = any($2::uuid[]) or line_id = any($3::uuid[]) or stripe_id = any($4))
   group by j.id order by j.occurred_at, j.id`;

interface StepRow extends Omit<MoneyStep, 'journals' | 'amountCents'> {
  /** bigint, as pg hands it over. */
  readonly cents: string;
}

export interface JournalRow {
  readonly reference: string;
  readonly kind: string;
  readonly reason: string;
  readonly occurredAt: Date;
  readonly earnings: readonly string[] | null;
  readonly lines: readonly string[] | null;
  readonly invoices: readonly string[] | null;
  readonly stripeIds: readonly string[] | null;
}

/** What a pasted id leads to: the invoices that its money is of. $1 the id, of ours or of Stripe's. */
export async function invoicesOf(from: EntityManager, id: string): Promise<string[]> {
  const rows = await from.query<{ id: string }[]>(
    `select id from invoice where id::text = $1 or number = $1 or charge_id = $1 or payment_intent_id = $1
     union select invoice_id from invoice_line where id::text = $1
     union select invoice_id from earning where id::text = $1
     union select invoice_id from transfer where id::text = $1 or stripe_id = $1
     union select t.invoice_id from bank_payout_item x join transfer t on t.id = x.transfer_id where x.payout_id = $1
     union select invoice_id from refund where id::text = $1 or stripe_id = $1
     union select invoice_id from credit_note where id::text = $1 or number = $1
     union select invoice_id from assistant_debt where id::text = $1
     union select t.invoice_id from transfer_reversal v join transfer t on t.id = v.transfer_id where v.id::text = $1 or v.stripe_id = $1
     union select invoice_id from chargeback where id::text = $1 or stripe_id = $1
     union select invoice_id from charge_attempt where charge_id = $1`,
    [id],
  );
  return rows.map((row) => row.id);
}

export async function stepsOf(from: EntityManager, invoices: readonly string[]): Promise<StepRow[]> {
  return from.query<StepRow[]>(STEPS, [invoices]);
}

export async function journalsOf(
  from: EntityManager,
  invoices: readonly string[],
  steps: readonly Pick<MoneyStep, 'kind' | 'id' | 'stripeId'>[],
): Promise<JournalRow[]> {
  const ids = (kind: MoneyStep['kind']) => steps.filter((step) => step.kind === kind).map(({ id }) => id);
  const stripeIds = steps.flatMap(({ stripeId }) => (stripeId === null ? [] : [stripeId]));
  return from.query<JournalRow[]>(JOURNALS, [invoices, ids('earning'), ids('line'), stripeIds]);
}
