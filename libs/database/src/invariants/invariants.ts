/** A truth about the whole database, as a query for whatever breaks it. */
export interface Invariant {
  readonly number: number;
  readonly name: string;
  readonly says: string;
  /** Rows that break it. `$1` is the watermark: what needs quiet looks only at what happened before it. */
  readonly sql: string;
}

/** Invariants 1 to 11 of the domain, and what was added since. Stories, the demo and `npm run verify` run them all. */
export const invariants: readonly Invariant[] = [
  {
    number: 1,
    name: 'journals_sum_to_zero',
    says: 'Every journal sums to zero, and so does the ledger.',
    sql: `
      select j.reference, coalesce(sum(p.amount_cents), 0) as off_cents, count(p.id) as postings
        from journal j left join posting p on p.journal_id = j.id
       where $1::timestamptz is not null
       group by j.id having coalesce(sum(p.amount_cents), 0) <> 0 or count(p.id) < 2`,
  },
  {
    number: 2,
    name: 'one_invoice_a_client_week',
    says: 'At most one invoice a client a week; lines sum to it; at most one time line a contract, week and rate.',
    sql: `
      select 'invoices of one week' as what, min(number) as number, count(*) as n
        from invoice where $1::timestamptz is not null group by client_id, client_week_id having count(*) > 1
      union all
      select 'lines and total differ', i.number, coalesce(sum(l.amount_cents + l.fee_cents), 0)
        from invoice i left join invoice_line l on l.invoice_id = i.id
       group by i.id
      having i.subtotal_cents <> coalesce(sum(l.amount_cents), 0) or i.fee_cents <> coalesce(sum(l.fee_cents), 0)
      union all
      select 'time lines of one contract week', min(id::text), count(*)
        from invoice_line where kind = 'time' group by contract_id, contract_week_id, rate_cents having count(*) > 1`,
  },
  {
    number: 3,
    name: 'every_billable_second_in_one_line',
    says: 'Every billable second of an issued week is in exactly one line.',
    sql: `
      with worked as (
        select contract_week_id, sum(extract(epoch from upper(during) - lower(during)))::bigint as seconds
          from time_entry where bucket = 'within' and not upper_inf(during) group by contract_week_id
      ), billed as (
        select contract_week_id, sum(seconds)::bigint as seconds from invoice_line where kind = 'time' group by contract_week_id
      )
      select w.id as contract_week_id, w.state, coalesce(worked.seconds, 0) as worked, coalesce(billed.seconds, 0) as billed
        from contract_week w
        left join worked on worked.contract_week_id = w.id
        left join billed on billed.contract_week_id = w.id
       where $1::timestamptz is not null
         and coalesce(billed.seconds, 0) <> case when w.state in ('invoiced', 'accepted') then coalesce(worked.seconds, 0) else 0 end`,
  },
  {
    number: 4,
    name: 'no_second_worked_twice',
    says: 'No two entries of one assistant overlap.',
    sql: `
      select a.id as entry, b.id as overlaps, a.assistant_id
        from time_entry a join time_entry b on b.assistant_id = a.assistant_id and b.id > a.id and b.during && a.during
       where $1::timestamptz is not null`,
  },
  {
    number: 5,
    name: 'weeks_within_their_limits',
    says: "A contract-week's billable seconds stay within its limit, and its counters are the sums of its entries.",
    sql: `
      with entry as (
        select contract_week_id, bucket, extract(epoch from upper(during) - lower(during))::bigint as seconds
          from time_entry where not upper_inf(during)
      ), counted as (
        select contract_week_id, sum(seconds) filter (where bucket = 'within') as within,
               sum(seconds) filter (where bucket = 'over_limit') as over_limit
          from entry group by contract_week_id
      )
      select w.id as contract_week_id, w.limit_seconds, w.counted_seconds, c.within, w.over_limit_seconds, c.over_limit
        from contract_week w left join counted c on c.contract_week_id = w.id
       where $1::timestamptz is not null
         and (w.counted_seconds > w.limit_seconds
           or w.counted_seconds <> coalesce(c.within, 0) or w.over_limit_seconds <> coalesce(c.over_limit, 0))`,
  },
  {
    number: 6,
    name: 'captured_is_what_was_issued',
    says: 'At most one successful charge an invoice; what is captured is what was issued less credits, or the invoice is open.',
    sql: `
      with succeeded as (
        select invoice_id, count(*) as charges from charge_attempt where state = 'succeeded' group by invoice_id
      ), receivable as (
        select invoice_id, sum(amount_cents) as cents from posting where account = 'client_receivable' group by invoice_id
      )
      select i.number, i.state, i.total_cents, coalesce(r.cents, 0) as receivable, coalesce(s.charges, 0) as charges
        from invoice i
        left join succeeded s on s.invoice_id = i.id
        left join receivable r on r.invoice_id = i.id
       where $1::timestamptz is not null
         and (coalesce(s.charges, 0) <> case when i.state = 'paid' then 1 else 0 end
           or coalesce(r.cents, 0) <> case when i.state in ('paid', 'void', 'uncollectible') then 0 else i.total_cents - i.credited_cents end)`,
  },
  {
    number: 7,
    name: 'every_charge_is_accounted_for',
    says: 'At most one live transfer item an earning; of each charge every cent is sent, held, due, gone back, kept as the fee or lost.',
    sql: `
      with earned as (
        select e.invoice_id,
               sum(e.amount_cents) filter (where e.returns_debt_id is null) as cents,
               sum(e.amount_cents) filter (where e.state in ('sent', 'part_reversed', 'reversed')) as sent
          from earning e group by e.invoice_id
      ), transferred as (
        select invoice_id, sum(amount_cents) as net, sum(recovered_cents) as recovered, sum(reversed_cents) as reversed,
               sum(amount_cents) filter (where charge_id is not null) as of_charge
          from transfer where state = 'sent' group by invoice_id
      ), booked as (
        select invoice_id, -coalesce(sum(amount_cents) filter (where account = 'earnings_held'), 0)
                             - coalesce(sum(amount_cents) filter (where account = 'earnings_due'), 0) as earnings,
               -coalesce(sum(amount_cents) filter (where account = 'refund_due'), 0) as refund_due,
               -coalesce(sum(amount_cents) filter (where account = 'service_fee'), 0) as fee,
               coalesce(sum(amount_cents) filter (where account = 'platform_losses'), 0) as losses
          from posting where invoice_id is not null group by invoice_id
      ), captured_twice as (
        select p.invoice_id, -sum(p.amount_cents) as cents
          from posting p join journal j on j.id = p.journal_id
         where j.kind = 'J22' and p.account = 'refund_due' group by p.invoice_id
      ), refunded as (
        select invoice_id, sum(amount_cents) filter (where state in ('sent', 'arrived', 'paid_otherwise')) as out,
               sum(amount_cents) filter (where state in ('due', 'sending', 'refused', 'failed')) as due
          from refund group by invoice_id
      ), charged_back as ( -- Stripe's balance knows a chargeback, and no invoice
        select c.invoice_id, sum(c.out_cents) as out, sum(h.cents) as held
          from chargeback c
          left join (select stripe_id, sum(amount_cents) as cents from posting where account = 'chargeback_held' group by stripe_id) h
            using (stripe_id)
         group by c.invoice_id
      ), owed as (
        select invoice_id, sum(amount_cents - reversed_cents - written_off_cents) as cents from assistant_debt group by invoice_id
      ), account as (
        select i.id, i.number, i.state, i.total_cents, i.fee_cents,
               coalesce(w.cents, 0) + case when i.state in ('void', 'uncollectible') then 0 else i.total_cents - i.credited_cents end as captured,
               coalesce(e.cents, 0) as earned, coalesce(e.sent, 0) as sent, coalesce(t.net, 0) as net, coalesce(t.recovered, 0) as recovered,
               coalesce(t.reversed, 0) as reversed, coalesce(t.of_charge, 0) as of_charge, coalesce(b.earnings, 0) as earnings,
               coalesce(b.refund_due, 0) as refund_due, coalesce(b.fee, 0) as fee, coalesce(b.losses, 0) as losses,
               coalesce(c.held, 0) as chargeback_held, coalesce(r.out, 0) as refunded, coalesce(r.due, 0) as to_refund,
               coalesce(c.out, 0) as charged_back, coalesce(d.cents, 0) as debt
          from invoice i
          left join earned e on e.invoice_id = i.id left join transferred t on t.invoice_id = i.id
          left join booked b on b.invoice_id = i.id left join captured_twice w on w.invoice_id = i.id
          left join refunded r on r.invoice_id = i.id left join charged_back c on c.invoice_id = i.id
          left join owed d on d.invoice_id = i.id
      ), held as (
        select earning_id, sum(amount_cents) filter (where account = 'earnings_held') as held,
               sum(amount_cents) filter (where account = 'earnings_due') as due,
               sum(amount_cents) filter (where account = 'assistant_debt') as debt
          from posting where earning_id is not null group by earning_id
      )
      select 'charge' as what, number as id, captured as expected,
             net - reversed + recovered + earnings + refund_due + refunded + charged_back + fee - chargeback_held - debt - losses as found
        from account
       where $1::timestamptz is not null
         and captured <> net - reversed + recovered + earnings + refund_due + refunded + charged_back + fee - chargeback_held - debt - losses
      union all
      select 'earnings and fee of an invoice', number, total_cents, earned + fee_cents from account where earned + fee_cents <> total_cents
      union all
      select 'sent earnings and transfers', number, sent, net + recovered from account where net + recovered <> sent
      union all
      select 'more transferred than charged', number, captured, of_charge from account where of_charge > case when state = 'paid' then captured else 0 end
      union all
      select 'more gone back than charged', number, captured, refunded + to_refund + charged_back
        from account where refunded + to_refund > captured or refunded + charged_back > captured
      union all
      select 'refunds and ledger differ', number, to_refund, refund_due from account where to_refund <> refund_due
      union all
      select 'chargeback ' || c.state || ' and not borne', c.stripe_id, 0, sum(p.amount_cents)
        from chargeback c join posting p on p.account = 'chargeback_held' and p.stripe_id = c.stripe_id
       where c.state in ('lost', 'won', 'prevented') and c.state_at < $1
       group by c.id having sum(p.amount_cents) <> 0
      union all
      select 'parts of a chargeback', l.chargeback_id::text, l.cents, sum((p ->> 'cents')::bigint)
        from chargeback_loss l, jsonb_array_elements(l.parts) p group by l.chargeback_id, l.number, l.cents
      having l.cents <> sum((p ->> 'cents')::bigint)
      union all
      select 'borne of a chargeback by an assistant', l.line, l.cents, coalesce(u.cents, 0) + coalesce(d.cents, 0)
        from (select p ->> 'lineId' as line, sum((p ->> 'cents')::bigint) as cents
                from chargeback_loss c, jsonb_array_elements(c.parts) p where p ->> 'account' in ('earnings_held', 'assistant_debt') group by 1) l
        left join (select e.line_id::text as line, sum(e.amount_cents) as cents from earning e join invoice i on i.id = e.invoice_id
                    where e.state = 'unpaid' and i.state = 'paid' group by 1) u using (line)
        left join (select d.line_id::text as line,
                          sum(d.amount_cents - coalesce(o.cents, 0) - coalesce(r.cents, 0)) as cents
                     from assistant_debt d
                     left join (select debt_id, sum(amount_cents) as cents from debt_write_off where reason_code = 'chargeback_won' group by 1) o on o.debt_id = d.id
                     left join (select returns_debt_id, sum(amount_cents) as cents from earning group by 1) r on r.returns_debt_id = d.id
                    where d.cause_kind = 'chargeback' group by 1) d using (line)
       where l.cents <> coalesce(u.cents, 0) + coalesce(d.cents, 0)
      union all
      select 'credit notes', i.number, i.credited_cents, coalesce(sum(n.amount_cents + n.fee_cents), 0)
        from invoice i left join credit_note n on n.invoice_id = i.id group by i.id
      having i.credited_cents <> coalesce(sum(n.amount_cents + n.fee_cents), 0)
      union all
      select 'live items of one earning', earning_id::text, 1, count(*) from transfer_item where live group by earning_id having count(*) > 1
      union all
      select 'items and transfer differ', t.id::text, t.amount_cents + t.recovered_cents, sum(x.amount_cents)
        from transfer t join transfer_item x on x.transfer_id = t.id group by t.id
      having t.amount_cents + t.recovered_cents <> sum(x.amount_cents)
      union all
      select 'kept back of a transfer', t.id::text, t.recovered_cents, coalesce(sum(r.amount_cents), 0)
        from transfer t left join debt_recovery r on r.transfer_id = t.id group by t.id
      having t.recovered_cents <> coalesce(sum(r.amount_cents), 0)
      union all
      select 'taken back of a transfer', t.id::text, t.reversed_cents, coalesce(sum(v.amount_cents), 0)
        from transfer t left join transfer_reversal v on v.transfer_id = t.id and v.state = 'sent' group by t.id
      having t.reversed_cents <> coalesce(sum(v.amount_cents), 0)
      union all
      select 'taken of a debt', d.id::text, d.reversed_cents + d.recovered_cents + d.written_off_cents, taken.cents
        from assistant_debt d
       cross join lateral (
         select coalesce((select sum(v.amount_cents) from transfer_reversal v where v.debt_id = d.id and v.state = 'sent'), 0)
              + coalesce((select sum(r.amount_cents) from debt_recovery r join transfer t on t.id = r.transfer_id
                           where r.debt_id = d.id and t.state = 'sent'), 0)
              + coalesce((select sum(o.amount_cents) from debt_write_off o where o.debt_id = d.id), 0) as cents) as taken
       where d.reversed_cents + d.recovered_cents + d.written_off_cents <> taken.cents
      union all
      select 'debt and ledger differ', e.id::text, coalesce(sum(d.amount_cents - d.reversed_cents - d.recovered_cents - d.written_off_cents), 0),
             coalesce(h.debt, 0)
        from earning e left join assistant_debt d on d.earning_id = e.id left join held h on h.earning_id = e.id
       group by e.id, h.debt
      having coalesce(sum(d.amount_cents - d.reversed_cents - d.recovered_cents - d.written_off_cents), 0) <> coalesce(h.debt, 0)
      union all
      select 'earning ' || e.state || ' and ledger differ', e.id::text, e.amount_cents, coalesce(-h.held, 0) + coalesce(-h.due, 0)
        from earning e left join held h on h.earning_id = e.id
       where coalesce(-h.held, 0) <> case when e.state = 'held' then e.amount_cents else 0 end
          or coalesce(-h.due, 0) <> case when e.state in ('due', 'blocked', 'sending') then e.amount_cents else 0 end
      union all
      select 'part of a line and its worth', e.id::text, e.amount_cents,
             amount_up_to(l.rate_cents, e.part_to) - amount_up_to(l.rate_cents, e.part_from)
        from earning e join invoice_line l on l.id = e.line_id
       where e.returns_debt_id is null
         and e.amount_cents <> amount_up_to(l.rate_cents, e.part_to) - amount_up_to(l.rate_cents, e.part_from)
      union all
      select 'parts of one line overlap', a.id::text, a.part_from, b.part_from
        from earning a join earning b on b.line_id = a.line_id and b.id > a.id and a.part_from < b.part_to and b.part_from < a.part_to
       where a.returns_debt_id is null and b.returns_debt_id is null
      union all
      select 'given back twice', a.id::text, a.part_from, b.part_from
        from give_back a join give_back b on b.line_id = a.line_id and b.id > a.id and a.part_from < b.part_to and b.part_from < a.part_to
       where a.state <> 'dropped' and b.state <> 'dropped'
      union all
      select 'holds of an earning', e.id::text, e.live_holds, count(h.id)
        from earning e left join earning_hold h on h.earning_id = e.id and h.released_at is null group by e.id
      having e.live_holds <> count(h.id)`,
  },
  {
    number: 8,
    name: 'ledger_equals_stripe',
    says: "The ledger's stripe_balance is Stripe's balance, to the cent, and nothing is left in transit.",
    sql: `
      select 'transaction without its journal' as what, t.id, t.net_cents as cents
        from stripe_transaction t left join journal j on j.reference = 'txn:' || t.id
       where j.id is null and t.created_at < $1
      union all
      select 'journal without its transaction', j.reference, null
        from journal j left join stripe_transaction t on 'txn:' || t.id = j.reference
       where j.reference like 'txn:%' and t.id is null
      union all
      select 'balance and transactions differ', '', coalesce((select sum(amount_cents) from posting where account = 'stripe_balance'), 0)
                                                  - coalesce((select sum(t.net_cents) from stripe_transaction t join journal j on j.reference = 'txn:' || t.id), 0)
       where coalesce((select sum(amount_cents) from posting where account = 'stripe_balance'), 0)
          <> coalesce((select sum(t.net_cents) from stripe_transaction t join journal j on j.reference = 'txn:' || t.id), 0)
      union all
      select 'in transit', p.stripe_id, sum(p.amount_cents)
        from posting p join journal j on j.id = p.journal_id
       where p.account = 'stripe_in_transit' -- but for what Stripe is known to keep until the balance suffices
         and not exists (select from refund r where r.stripe_id = p.stripe_id and r.state = 'sent' and r.waits_for = 'balance')
       group by p.stripe_id having sum(p.amount_cents) <> 0 and max(j.occurred_at) < $1
      union all
      (select 'last reconciliation', r.id::text, r.difference_cents from reconciliation r order by r.at desc, r.id desc limit 1)
      except all
      (select 'last reconciliation', r.id::text, 0 from reconciliation r order by r.at desc, r.id desc limit 1)
      union all
      select 'suspense', p.stripe_id, sum(p.amount_cents) from posting p where p.account = 'suspense'
       group by p.stripe_id having sum(p.amount_cents) <> 0`,
  },
  {
    number: 9,
    name: 'only_legal_moves',
    says: 'Every state machine moved only where it may, and stands where its history ends.',
    sql: `
      with history as (
        select h.*, lag(h.to_state) over moves as was, row_number() over (partition by h.machine, h.row_id order by h.id desc) = 1 as last
          from state_history h window moves as (partition by h.machine, h.row_id order by h.id)
      ), standing (machine, row_id, state) as (
        select 'brief', id, state from brief
        union all select 'contract', id, state from contract
        union all select 'week', id, state from contract_week
        union all select 'review', id, review_state from contract_week where review_state is not null
        union all select 'time_import', id, state from time_import
        union all select 'invoice', id, state from invoice
        union all select 'charge_attempt', id, state from charge_attempt
        union all select 'earning', id, state from earning
        union all select 'payee', id, state from payee
        union all select 'transfer', id, state from transfer
        union all select 'chargeback', id, state from chargeback
        union all select 'chargeback_answer', id, state from chargeback_answer
        union all select 'give_back', id, state from give_back
        union all select 'refund', id, state from refund
        union all select 'transfer_reversal', id, state from transfer_reversal
        union all select 'dispute', id, state from dispute
        union all select 'entry_query', id, state from entry_query
      )
      select 'illegal move' as what, h.machine, h.row_id, h.from_state, h.to_state
        from history h left join legal_transition t using (machine, from_state, to_state)
       where t.machine is null and $1::timestamptz is not null
      union all
      select 'gap in history', h.machine, h.row_id, h.was, h.from_state from history h where h.was <> h.from_state
      union all
      select 'stands elsewhere', s.machine, s.row_id, h.to_state, s.state
        from standing s join history h using (machine, row_id) where h.last and h.to_state <> s.state`,
  },
  {
    number: 10,
    name: 'every_event_had_its_effect',
    says: 'Every committed event had its effect, exactly once.',
    sql: `
      select e.type, e.id as event, s.name as handler
        from event e join pgboss.subscription s on s.event = e.type
        left join event_effect f on f.event_id = e.id and f.handler = s.name
       where f.event_id is null and e.occurred_at < $1`,
  },
  {
    number: 11,
    name: 'the_past_cannot_be_changed',
    says: "The app's role cannot change ledger, audit or frozen entries.",
    sql: `
      with kept (name) as (
        values ('journal'), ('posting'), ('state_history'), ('event'), ('event_effect'), ('time_entry_version'),
               ('stripe_transaction'), ('chargeback_fact'), ('chargeback_loss'), ('reconciliation'), ('webhook_inbox'), ('credit_note'), ('debt_write_off'),
               ('audit_entry'), ('audit_block'), ('audit_block_entry'),
               ('evidence_pack'), ('dispute_statement'), ('dispute_offer_line'), ('dispute_decision_line'), ('dispute_signature')
      ), guard (name, guarded_by) as (
        select name, name || '_is_append_only' from kept
        union all values ('time_entry', 'entry_in_open_week'), ('invoice', 'invoice_stays_as_issued'), ('posting', 'journal_sums_to_zero')
      )
      select 'may ' || lower(r) as what, name from kept, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) r
       where has_table_privilege('kontor_app', name, r) and $1::timestamptz is not null
      union all
      select 'may change lines', 'invoice_line'
       where has_table_privilege('kontor_app', 'invoice_line', 'UPDATE') or has_table_privilege('kontor_app', 'invoice_line', 'DELETE')
      union all
      select 'not guarded by ' || g.guarded_by, g.name
        from guard g left join pg_trigger t on t.tgrelid = g.name::regclass and t.tgname = g.guarded_by and t.tgenabled = 'O'
       where t.oid is null`,
  },
  {
    number: 12,
    name: 'disputed_money_waits_for_the_end',
    says: 'What is disputed is held until the dispute has ended, and then gone back or let go, to the cent; its evidence is frozen.',
    sql: `
      with share as (
        select d.id as dispute_id, d.number, d.closed_at, s.*,
               exists (select from earning_hold h where h.earning_id = s.earning_id and h.released_at is null
                          and h.cause_kind = 'dispute' and h.cause_id = d.id) as held,
               (select e.state from earning e where e.id = s.earning_id) as earning_state,
               (select coalesce(sum(g.amount_cents + g.fee_cents), 0) from give_back g
                 where g.cause_kind = 'dispute' and g.cause_id = d.id and g.line_id = s.line_id) as given_cents
          from dispute d join dispute_share s on s.dispute_id = d.id
      )
      select 'not held' as what, number, line_id, null::bigint as cents from share
       where closed_at is null and earning_id is not null and not held and earning_state not in ('cancelled', 'unpaid')
         and $1::timestamptz is not null
      union all
      select 'released while disputed', number, line_id, null from share
       where closed_at is null and earning_state in ('due', 'sending', 'sent')
      union all
      select 'still held', number, line_id, null from share where closed_at is not null and held
      union all
      select 'not what went back', number, line_id, given_cents from share
       where given_cents <> coalesce(refunded_amount_cents + refunded_fee_cents, 0)
      union all
      select 'ended without an end', number, line_id, null from share where (closed_at is null) <> (refunded_seconds is null)
      union all
      select 'lines and shares differ', d.number, null, null from dispute d
       where (select coalesce(sum(seconds), 0) from dispute_line l where l.dispute_id = d.id)
          <> (select coalesce(sum(seconds), 0) from dispute_share s where s.dispute_id = d.id)
      union all
      select 'without evidence', d.number, null, null from dispute d
       where not exists (select from evidence_pack p where p.dispute_id = d.id)
      union all
      select 'decided with too few signatures', d.number, null, count(s.staff_id)
        from dispute_decision p join dispute d on d.id = p.dispute_id
        left join dispute_signature s on s.decision_id = p.id and s.version = p.version
       where p.decided_at is not null group by p.id, d.number
      having count(s.staff_id) < case when p.needs_second then 2 else 1 end`,
  },
  {
    number: 13,
    name: 'accounts_at_stripe_as_asked',
    says: 'Nothing left an account by itself while its payouts were suspended; what was paid out by hand is not divided; who is erased is closed or being closed.',
    sql: `
      select 'left while suspended' as what, b.id from bank_payout b
        join payout_schedule m on m.assistant_id = b.assistant_id and m.interval = 'manual' and m.set_at < b.created_at
       where not b.by_hand and b.created_at < $1
         and not exists (select from payout_schedule w
                          where w.assistant_id = m.assistant_id and w.id > m.id and w.interval = 'weekly'
                            and date_trunc('second', w.claimed_at) <= b.created_at)
      union all
      select 'divided', b.id from bank_payout b join bank_payout_item i on i.payout_id = b.id where b.by_hand
      union all
      select 'erased and open', p.id::text from payee p join account a on a.id = p.id
       where a.erased_at < $1 and p.stripe_account_id is not null and p.state <> 'closed' and p.closing_at is null`,
  },
];
