import {
  brief,
  business,
  chargeback,
  contract,
  creditNote,
  debt,
  dispute,
  earning,
  either,
  entry,
  type Finder,
  invoice,
  line,
  payout,
  person,
  refund,
  reversal,
  transfer,
  week,
} from './finder.ts';

const MOST_OF_A_KIND = 20;
const latest = (query: string) => `${query} order by at desc limit ${MOST_OF_A_KIND}`;
const as = (pasted: string) => pasted;
const stripe = (prefix: string, sql: string): Finder => ({ form: new RegExp(`^(${prefix})_\\w+$`), read: as, sql });

/** Cents of `$1,234.50`, `1234.5` or `1234`, in whole numbers only. */
function cents(pasted: string): number {
  const [dollars = '', rest = ''] = pasted.replace(/[$,\s]/g, '').split('.');
  return Number(dollars) * 100 + Number(rest.padEnd(2, '0'));
}

const ofCharge = either(
  invoice('i.charge_id = $1'),
  invoice('i.charge_id is distinct from $1 and i.id in (select invoice_id from charge_attempt where charge_id = $1)'),
);
const ofTransaction = `source_id from stripe_transaction where id = $1`;

/** In the order in which they are tried; every form that fits is looked for. */
export const finders: readonly Finder[] = [
  {
    form: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    read: as,
    sql: either(
      ...[person('id = $1::uuid'), business('id = $1::uuid'), brief('id = $1::uuid'), contract('id = $1::uuid')],
      ...[week('w.id = $1::uuid'), entry('e.id = $1::uuid'), invoice('i.id = $1::uuid'), line('l.id = $1::uuid')],
      ...[earning('e.id = $1::uuid'), transfer('t.id = $1::uuid'), refund('r.id = $1::uuid')],
      ...[reversal('r.id = $1::uuid'), creditNote('n.id = $1::uuid'), debt('d.id = $1::uuid')],
      ...[dispute('d.id = $1::uuid'), chargeback('c.id = $1::uuid')],
    ),
  },
  stripe('pi', invoice('i.payment_intent_id = $1')),
  stripe('ch|py', ofCharge),
  stripe('tr', transfer('t.stripe_id = $1')),
  stripe('trr', reversal('r.stripe_id = $1')),
  stripe('re|pyr', refund('r.stripe_id = $1')),
  stripe('po', payout('p.id = $1')),
  stripe('dp|du', chargeback('c.stripe_id = $1')),
  stripe('acct', person('id = (select id from payee where stripe_account_id = $1)')),
  stripe('cus', business('id = (select client_id from stripe_customer where stripe_id = $1)')),
  stripe('pm', business('id = (select client_id from saved_card where payment_method_id = $1)')),
  stripe('cs', business('id = (select client_id from card_setup where session_id = $1)')),
  stripe(
    'txn',
    either(
      invoice(`i.charge_id = (select ${ofTransaction})`),
      transfer(`t.stripe_id = (select ${ofTransaction})`),
      refund(`r.stripe_id = (select ${ofTransaction})`),
      reversal(`r.stripe_id = (select ${ofTransaction})`),
      chargeback(`c.stripe_id = (select ${ofTransaction})`),
    ),
  ),
  { form: /^k-?\d{1,10}$/i, read: numbered('K'), sql: invoice('i.number = $1') },
  { form: /^c-?\d{1,10}$/i, read: numbered('C'), sql: creditNote('n.number = $1') },
  { form: /^d-?\d{1,10}$/i, read: (pasted) => pasted.toUpperCase(), sql: dispute('d.number = $1') },
  { form: /@/, read: as, sql: latest(person(`email = $1 or email::text ilike '%' || $1 || '%'`)) },
  {
    form: /^\$?\s?\d[\d,]{0,12}(\.\d{1,2})?$/,
    read: cents,
    sql: either(
      ...[latest(invoice('i.total_cents = $1')), latest(line('l.amount_cents = $1'))],
      ...[latest(earning('e.amount_cents = $1')), latest(transfer('t.amount_cents = $1'))],
      ...[latest(payout('p.amount_cents = $1')), latest(refund('r.amount_cents = $1'))],
      ...[latest(reversal('r.amount_cents = $1')), latest(debt('d.amount_cents = $1'))],
      ...[latest(chargeback('c.amount_cents = $1'))],
    ),
  },
  {
    form: /^[^@$]{2,}$/,
    read: as,
    sql: either(
      `select * from (${person(`name ilike '%' || $1 || '%' or name % $1`)} order by similarity(name, $1) desc, id limit ${MOST_OF_A_KIND}) as named`,
      `select * from (${business(`name ilike '%' || $1 || '%' or name % $1`)} order by similarity(name, $1) desc, id limit ${MOST_OF_A_KIND}) as named`,
      latest(contract(`title ilike '%' || $1 || '%'`)),
    ),
  },
];

/** As people write it: `k-123` is `K-0000123`. */
function numbered(letter: string): (pasted: string) => string {
  return (pasted) => `${letter}-${pasted.replace(/\D/g, '').padStart(7, '0')}`;
}
