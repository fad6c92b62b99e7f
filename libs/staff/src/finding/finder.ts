/** Something that staff looked for. `id` opens its page; the rest says which of several it is. */
export interface Found {
  readonly kind: FoundKind;
  readonly id: string;
  readonly name: string | null;
  readonly state: string | null;
  readonly amountCents: number | null;
  readonly at: Date | null;
}

export const foundKinds = [
  ...['person', 'business', 'brief', 'contract', 'week', 'entry', 'invoice', 'line', 'earning', 'transfer', 'payout'],
  ...['refund', 'reversal', 'credit_note', 'debt', 'dispute', 'chargeback'],
] as const;
export type FoundKind = (typeof foundKinds)[number];

/** One way to look: what is pasted has this form, and this finds it. Each query yields the columns of `Found`. */
export interface Finder {
  readonly form: RegExp;
  /** What the query is asked with: all of it takes `$1`. */
  readonly read: (pasted: string) => string | number;
  readonly sql: string;
}

const found = (kind: FoundKind, rest: string) => `select '${kind}' as kind, ${rest}`;

export const person = (where: string) =>
  found(
    'person',
    `id::text, name, case when suspended_at is null then null else 'suspended' end as state,
    null::float8 as "amountCents", created_at as at from account where ${where}`,
  );
export const business = (where: string) =>
  found(
    'business',
    `id::text, name, null as state, null::float8 as "amountCents", created_at as at from business where ${where}`,
  );
export const brief = (where: string) =>
  found(
    'brief',
    `id::text, title as name, state, null::float8 as "amountCents", created_at as at from brief where ${where}`,
  );
export const contract = (where: string) =>
  found(
    'contract',
    `id::text, title as name, state, rate_cents::float8 as "amountCents", offered_at as at from contract where ${where}`,
  );
export const week = (where: string) =>
  found(
    'week',
    `w.id::text, c.title as name, w.state, null::float8 as "amountCents", w.state_at as at
    from contract_week w join contract c on c.id = w.contract_id where ${where}`,
  );
export const entry = (where: string) =>
  found(
    'entry',
    `e.contract_week_id::text as id, c.title as name, null as state, null::float8 as "amountCents", lower(e.during) as at
    from time_entry e join contract c on c.id = e.contract_id where ${where}`,
  );
export const invoice = (where: string) =>
  found(
    'invoice',
    `i.id::text, i.number || ' · ' || b.name as name, i.state, i.total_cents::float8 as "amountCents", i.issued_at as at
    from invoice i join business b on b.id = i.client_id where ${where}`,
  );
export const line = (where: string) =>
  found(
    'line',
    `l.id::text, i.number as name, l.kind as state, l.amount_cents::float8 as "amountCents", i.issued_at as at
    from invoice_line l join invoice i on i.id = l.invoice_id where ${where}`,
  );
export const earning = (where: string) =>
  found(
    'earning',
    `e.id::text, a.name, e.state, e.amount_cents::float8 as "amountCents", e.state_at as at
    from earning e join account a on a.id = e.assistant_id where ${where}`,
  );
export const transfer = (where: string) =>
  found(
    'transfer',
    `t.id::text, a.name, t.state, t.amount_cents::float8 as "amountCents", t.claimed_at as at
    from transfer t join account a on a.id = t.assistant_id where ${where}`,
  );
export const payout = (where: string) =>
  found(
    'payout',
    `p.id, a.name, p.status as state, p.amount_cents::float8 as "amountCents", p.created_at as at
    from bank_payout p join account a on a.id = p.assistant_id where ${where}`,
  );
export const refund = (where: string) =>
  found(
    'refund',
    `r.id::text, b.name, r.state, r.amount_cents::float8 as "amountCents", r.created_at as at
    from refund r join business b on b.id = r.client_id where ${where}`,
  );
export const reversal = (where: string) =>
  found(
    'reversal',
    `r.id::text, a.name, r.state, r.amount_cents::float8 as "amountCents", r.claimed_at as at
    from transfer_reversal r join account a on a.id = r.assistant_id where ${where}`,
  );
export const creditNote = (where: string) =>
  found(
    'credit_note',
    `n.id::text, n.number as name, null as state, (n.amount_cents + n.fee_cents)::float8 as "amountCents",
    n.issued_at as at from credit_note n where ${where}`,
  );
export const debt = (where: string) =>
  found(
    'debt',
    `d.id::text, a.name, case when d.closed_at is null then 'open' else 'closed' end as state,
    d.amount_cents::float8 as "amountCents", d.opened_at as at
    from assistant_debt d join account a on a.id = d.assistant_id where ${where}`,
  );
export const dispute = (where: string) =>
  found(
    'dispute',
    `d.id::text, d.number as name, d.state, null::float8 as "amountCents", d.opened_at as at from dispute d where ${where}`,
  );
export const chargeback = (where: string) =>
  found(
    'chargeback',
    `c.id::text, b.name, c.state, c.amount_cents::float8 as "amountCents", c.opened_at as at
    from chargeback c join business b on b.id = c.client_id where ${where}`,
  );

export const either = (...queries: string[]) => queries.map((query) => `(${query})`).join(' union all ');
