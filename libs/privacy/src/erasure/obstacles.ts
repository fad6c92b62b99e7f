import type { EntityManager } from 'typeorm';

/** What has to be settled before somebody can be forgotten: each is about other people's money or rights. */
export const obstacleCodes = [
  'active_contracts',
  'hours_not_invoiced',
  'unpaid_invoices',
  'money_on_its_way',
  'refunds_on_their_way',
  'debt',
  'open_disputes',
  'open_chargebacks',
  'business_with_others',
  'staff',
] as const;
export type ObstacleCode = (typeof obstacleCodes)[number];

export interface Obstacle {
  readonly code: ObstacleCode;
  readonly count: number;
}

/** Empty: nothing stands in the way. */
export async function obstaclesOf(db: EntityManager, accountId: string): Promise<Obstacle[]> {
  const [counts] = await db.query<[Record<ObstacleCode, number>]>(OBSTACLES, [accountId]);
  return obstacleCodes.filter((code) => counts[code] > 0).map((code) => ({ code, count: counts[code] }));
}

/** $1 account. `alone`: businesses that nobody else owns. What they owe, nobody else would pay. */
const OBSTACLES = `
  with alone as (
    select m.business_id as id from business_member m
     where m.account_id = $1 and m.role = 'owner'
       and not exists (select from business_member o where o.business_id = m.business_id and o.account_id <> $1 and o.role = 'owner')
  )
  select
    (select count(*)::int from contract c
      where (c.assistant_id = $1 or c.client_id in (select id from alone)) and c.state in ('offered', 'active', 'paused')) as active_contracts,
    (select count(*)::int from contract_week w
      where (w.assistant_id = $1 or w.client_id in (select id from alone)) and w.state in ('open', 'frozen') and w.counted_seconds > 0) as hours_not_invoiced,
    (select count(*)::int from invoice i
      where i.client_id in (select id from alone) and i.state in ('issued', 'charging', 'past_due', 'uncollectible')) as unpaid_invoices,
    (select count(*)::int from earning e
      where e.assistant_id = $1 and e.state in ('held', 'due', 'blocked', 'sending')) as money_on_its_way,
    (select count(*)::int from refund r
      where r.client_id in (select id from alone) and r.state in ('due', 'sending', 'sent', 'refused', 'failed')) as refunds_on_their_way,
    (select count(*)::int from assistant_debt d where d.assistant_id = $1 and d.closed_at is null) as debt,
    (select count(*)::int from dispute d
      where (d.assistant_id = $1 or d.client_id in (select id from alone))
        and d.state not in ('accepted', 'settled', 'withdrawn', 'final')) as open_disputes,
    (select count(*)::int from chargeback x
      where x.client_id in (select id from alone) and x.state in ('inquiry', 'needs_response', 'under_review')) as open_chargebacks,
    (select count(*)::int from alone a
      where exists (select from business_member o where o.business_id = a.id and o.account_id <> $1)) as business_with_others,
    (select count(*)::int from staff_grant g where g.account_id = $1 and g.revoked_at is null) as staff`;
