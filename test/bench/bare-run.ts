import { FREEZE } from './arrange-weeks.ts';
import { withClient } from './databases.ts';

const TABLES = ['contract_week', 'invoice', 'invoice_line', 'earning', 'journal', 'posting'];

/** The same aggregation and the same inserts, without our triggers and our bookkeeping around them. Milliseconds. */
export function runBare(url: string): Promise<number> {
  return withClient(url, async (client) => {
    for (const table of TABLES) await client.query(`alter table ${table} disable trigger user`);
    const began = performance.now();
    // Two transactions, as the product has them: the second would wade through the first one's row versions.
    for (const transaction of [freezing(), invoicing()]) {
      await client.query('begin');
      for (const { sql, parameters } of transaction) await client.query(sql, parameters);
      await client.query('commit');
    }
    return performance.now() - began;
  });
}

interface Statement {
  sql: string;
  parameters: unknown[];
}

function freezing(): Statement[] {
  return [
    {
      sql: `update contract_week w set state = 'frozen', state_at = $1
              from client_week c where c.id = w.client_week_id and c.freezes_at <= $1 and w.state = 'open'`,
      parameters: [FREEZE],
    },
  ];
}

function invoicing(): Statement[] {
  return [
    {
      sql: `create temporary table priced on commit drop as
            select uuidv7() as line_id, uuidv7() as earning_id, w.*, c.client_fee_bp, bill_minutes(seconds) as minutes,
                   amount_for(w.rate_cents, bill_minutes(seconds)) as amount_cents,
                   fee_of(amount_for(w.rate_cents, bill_minutes(seconds)), c.client_fee_bp) as fee_cents
              from (select w.id, w.client_week_id, w.client_id, w.contract_id, w.assistant_id, w.rate_cents,
                           sum(extract(epoch from upper(e.during) - lower(e.during)))::bigint as seconds
                      from contract_week w join time_entry e on e.contract_week_id = w.id
                     where w.state = 'frozen' and e.bucket = 'within' group by w.id) w
              join contract c on c.id = w.contract_id`,
      parameters: [],
    },
    {
      sql: `insert into invoice (id, client_id, client_week_id, subtotal_cents, fee_cents, total_cents, issued_at,
                                 review_ends_at, client_trusted, hold_days, state, state_at, next_attempt_at)
            select uuidv7(), p.client_id, p.client_week_id, sum(amount_cents), sum(fee_cents), sum(amount_cents + fee_cents),
                   $1, min(c.review_until), false, 5, 'issued', $1, $1
              from priced p join client_week c on c.id = p.client_week_id group by p.client_id, p.client_week_id`,
      parameters: [FREEZE],
    },
    {
      sql: `insert into invoice_line (id, invoice_id, client_id, contract_id, contract_week_id, assistant_id, kind, rate_cents,
                                      seconds, minutes, amount_cents, fee_bp, fee_cents)
            select line_id, i.id, p.client_id, contract_id, p.id, assistant_id, 'time', rate_cents, seconds, minutes,
                   amount_cents, client_fee_bp, p.fee_cents
              from priced p join invoice i using (client_week_id)`,
      parameters: [],
    },
    {
      sql: `insert into earning (id, line_id, invoice_id, client_id, assistant_id, amount_cents, part_to, state, state_at)
            select earning_id, line_id, i.id, p.client_id, assistant_id, amount_cents, seconds, 'held', $1
              from priced p join invoice i using (client_week_id)`,
      parameters: [FREEZE],
    },
    {
      sql: `update contract_week w set state = 'invoiced', state_at = $1, review_state = 'pending', review_state_at = $1
              from priced p where w.id = p.id`,
      parameters: [FREEZE],
    },
    {
      sql: `insert into journal (id, reference, kind, reason, occurred_at)
            select uuidv7(), 'inv:' || id, 'J1', 'invoice issued', $1 from invoice`,
      parameters: [FREEZE],
    },
    {
      sql: `insert into posting (journal_id, account, amount_cents, client_id, assistant_id, invoice_id, line_id, earning_id)
            select j.id, 'client_receivable', total_cents, client_id, null::uuid, i.id, null::uuid, null::uuid
              from invoice i join journal j on j.reference = 'inv:' || i.id
            union all
            select j.id, 'earnings_held', -amount_cents, p.client_id, assistant_id, i.id, line_id, earning_id
              from priced p join invoice i using (client_week_id) join journal j on j.reference = 'inv:' || i.id
            union all
            select j.id, 'service_fee', -p.fee_cents, p.client_id, null::uuid, i.id, line_id, null::uuid
              from priced p join invoice i using (client_week_id) join journal j on j.reference = 'inv:' || i.id`,
      parameters: [],
    },
  ];
}
