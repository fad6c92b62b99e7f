import { withClient } from './databases.ts';

/** What a run left behind, so that two runs can be seen to have done the same work. */
export function outcomeOf(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(`
      select (select count(*) from contract_week where state = 'invoiced') as weeks,
             (select count(*) from invoice) as invoices, (select sum(total_cents) from invoice) as invoiced,
             (select count(*) from invoice_line) as lines, (select sum(amount_cents + fee_cents) from invoice_line) as lined,
             (select count(*) from earning) as earnings, (select sum(amount_cents) from earning) as earned,
             (select count(*) from journal) as journals, (select count(*) from posting) as postings,
             (select sum(amount_cents) from posting where amount_cents > 0) as debits`);
    return JSON.stringify(rows[0]);
  });
}
