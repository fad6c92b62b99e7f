import { hold, type Violations } from '@app/database';

import type { World } from '../world/world.ts';

export interface Books {
  invoices: {
    number: string;
    client: string;
    state: string;
    subtotalCents: number;
    feeCents: number;
    totalCents: number;
    lines: Line[];
  }[];
  charges: { invoice: string; chargeId: string; amountCents: number; stripeFeeCents: number; paidAt: string }[];
  transfers: { stripeId: string; assistant: string; client: string; amountCents: number; state: string; at: string }[];
  payouts: {
    id: string;
    assistant: string;
    amountCents: number;
    status: string;
    arrivesAt: string;
    byClient: { client: string; amountCents: number }[];
  }[];
  ledger: { journals: number; sum: number; stripeBalance: number };
  /** What Stripe itself says it holds for the platform, in cents. */
  stripeBalance: number;
  booksBalance: boolean;
  violations: Violations;
}

interface Line {
  assistant: string;
  minutes: number;
  rateCents: number;
  amountCents: number;
  feeCents: number;
}

/** Everything that money did, read back from the database and from Stripe. All amounts in cents. */
export async function booksOf(world: World): Promise<Books> {
  const violations = await world.violations();
  const read = <T>(sql: string) => world.database.query<T>(sql);
  const [ledger] = await read<Books['ledger'][]>(
    `select (select count(*) from journal)::int as journals, coalesce(sum(amount_cents), 0)::int as sum,
            coalesce(sum(amount_cents) filter (where account = 'stripe_balance'), 0)::int as "stripeBalance" from posting`,
  );
  const stripeBalance = await world.platformBalance();
  return {
    invoices: await read(INVOICES),
    charges: await read(CHARGES),
    transfers: await read(TRANSFERS),
    payouts: await read(PAYOUTS),
    ledger: ledger!,
    stripeBalance,
    booksBalance: ledger!.sum === 0 && ledger!.stripeBalance === stripeBalance && hold(violations),
    violations,
  };
}

const INVOICES = `
  select i.number, b.name as client, i.state, i.subtotal_cents::int as "subtotalCents", i.fee_cents::int as "feeCents", i.total_cents::int as "totalCents",
         (select json_agg(json_build_object('assistant', a.name, 'minutes', l.minutes, 'rateCents', l.rate_cents,
                                            'amountCents', l.amount_cents, 'feeCents', l.fee_cents) order by a.name)
            from invoice_line l join account a on a.id = l.assistant_id where l.invoice_id = i.id) as lines
    from invoice i join business b on b.id = i.client_id order by i.number`;

const CHARGES = `
  select i.number as invoice, i.charge_id as "chargeId", t.amount_cents::int as "amountCents", t.fee_cents::int as "stripeFeeCents", i.paid_at as "paidAt"
    from invoice i join stripe_transaction t on t.source_id = i.charge_id and t.type = 'charge' order by i.number`;

const TRANSFERS = `
  select t.stripe_id as "stripeId", a.name as assistant, b.name as client, t.amount_cents::int as "amountCents", t.state, t.state_at as at
    from transfer t join account a on a.id = t.assistant_id join business b on b.id = t.client_id order by t.state_at`;

const PAYOUTS = `
  select p.id, a.name as assistant, p.amount_cents::int as "amountCents", p.status, p.arrives_at as "arrivesAt",
         coalesce((select json_agg(json_build_object('client', b.name, 'amountCents', x.amount) order by b.name)
            from (select client_id, sum(amount_cents) as amount from bank_payout_item where payout_id = p.id group by client_id) x
            join business b on b.id = x.client_id), '[]') as "byClient"
    from bank_payout p join account a on a.id = p.assistant_id order by p.created_at`;

export interface TrailRow {
  at: Date;
  kind: string;
  reason: string;
  postings: string;
}

/** Every journal in its order: when, why, and from where to where. */
export function moneyTrail(world: World): Promise<TrailRow[]> {
  return world.database.query<TrailRow[]>(
    `select j.occurred_at as at, j.kind, j.reason,
            string_agg(p.account || ' ' || to_char(p.amount_cents / 100.0, 'FM999990.00'), ', ' order by p.amount_cents desc, p.id) as postings
       from journal j join posting p on p.journal_id = j.id group by j.id order by j.occurred_at, j.id`,
  );
}
