import { withClient } from './databases.ts';

export const ENTRIES_A_WEEK = 10;
const CONTRACTS_A_CLIENT = 5;
const CONTRACTS_AN_ASSISTANT = 4;

/** The instant at which the week of every client is over and freezes. */
export const FREEZE = new Date('2026-03-09T12:00:00Z');

/**
 * So many contracts with one worked week each. Written with triggers and foreign keys asleep: what is measured begins
 * afterwards. An assistant's entries lie in slots of four hours, so that none overlap.
 */
export function arrangeWeeks(url: string, contracts: number): Promise<void> {
  return withClient(url, async (client) => {
    const clients = Math.ceil(contracts / CONTRACTS_A_CLIENT);
    const assistants = Math.ceil(contracts / CONTRACTS_AN_ASSISTANT);
    await client.query('set session_replication_role = replica');
    await client.query(
      `insert into account (id, email, name, zone, password_hash, created_at)
       select ${id('a', 'n')}, 'person-' || n || '@people.example', 'Person ' || n, 'Europe/Lisbon', 'none', '2026-01-01Z'
         from generate_series(0, $1::int) n`,
      [Math.max(clients, assistants)],
    );
    await client.query(
      `insert into business (id, name, zone, country, created_at)
       select ${id('b', 'n')}, 'Business ' || n, 'UTC', 'NO', '2026-01-01Z' from generate_series(0, $1::int - 1) n`,
      [clients],
    );
    await client.query(
      `insert into client_standing (client_id, chargeable)
       select ${id('b', 'n')}, true from generate_series(0, $1::int - 1) n`,
      [clients],
    );
    await client.query(
      `insert into client_week (id, client_id, during, zone, freezes_at, review_until)
       select ${id('e', 'n')}, ${id('b', 'n')}, '[2026-03-02 00:00Z,2026-03-09 00:00Z)', 'UTC', $2, '2026-03-14Z'
         from generate_series(0, $1::int - 1) n`,
      [clients, FREEZE],
    );
    await client.query(
      `insert into contract (id, client_id, assistant_id, title, rate_cents, weekly_limit_minutes, client_fee_bp,
                             assistant_fee_bp, offered_by, offered_at, offer_expires_at, started_at, state, state_at)
       select ${id('c', 'n')}, ${id('b', `n / ${CONTRACTS_A_CLIENT}`)}, ${id('a', `n / ${CONTRACTS_AN_ASSISTANT}`)},
              'Inbox and social media', 1000 + n % 1501, 3600, 1000, 0, ${id('a', '0')}, '2026-02-01Z', '2026-02-08Z',
              '2026-02-02Z', 'active', '2026-02-02Z'
         from generate_series(0, $1::int - 1) n`,
      [contracts],
    );
    await client.query(
      `insert into contract_week (id, client_week_id, client_id, contract_id, assistant_id, rate_cents, limit_seconds,
                                  counted_seconds, state, state_at)
       select ${id('d', 'n')}, ${id('e', `n / ${CONTRACTS_A_CLIENT}`)}, ${id('b', `n / ${CONTRACTS_A_CLIENT}`)}, ${id('c', 'n')},
              ${id('a', `n / ${CONTRACTS_AN_ASSISTANT}`)}, 1000 + n % 1501, 216000,
              (select sum(${SECONDS})::bigint from generate_series(0, ${ENTRIES_A_WEEK - 1}) k), 'open', '2026-03-02Z'
         from generate_series(0, $1::int - 1) n`,
      [contracts],
    );
    await client.query(
      `insert into time_entry (id, contract_week_id, contract_id, assistant_id, during, note, source, created_at)
       select gen_random_uuid(), ${id('d', 'n')}, ${id('c', 'n')}, ${id('a', `n / ${CONTRACTS_AN_ASSISTANT}`)},
              tstzrange(${SLOT}, ${SLOT} + make_interval(secs => ${SECONDS})), 'Answered what customers asked', 'manual', '2026-03-08Z'
         from generate_series(0, $1::int - 1) n, generate_series(0, ${ENTRIES_A_WEEK - 1}) k`,
      [contracts],
    );
    await client.query('vacuum analyze');
  });
}

const SLOT = `'2026-03-02Z'::timestamptz + make_interval(hours => 4 * ((n % ${CONTRACTS_AN_ASSISTANT}) * ${ENTRIES_A_WEEK} + k))`;
const SECONDS = '(1800 + (n * 7919 + k * 104729) % 9000)';

/** Ids in the order of their numbers, as UUIDv7 would be: a letter for the kind of thing, and the number in hex. */
function id(kind: string, number: string): string {
  return `('0000000${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
}
