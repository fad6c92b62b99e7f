import type { EntityManager } from 'typeorm';

/** What has to be settled before somebody can be forgotten: each is about other people's money or rights. */
export const obstacleCodes = [
  'active_contracts',
  'hours_not_invoiced',
  'unpaid_invoices',
  'money_on_its_way',
  'money_at_stripe',
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
  /** When it is over by itself, as far as is known. */
  readonly until: Date | null;
}

/** Empty: nothing stands in the way. */
export async function obstaclesOf(db: EntityManager, accountId: string, now: Date): Promise<Obstacle[]> {
  const found = await db.query<Obstacle[]>(OBSTACLES, [accountId]);
  return obstacleCodes.flatMap((code) =>
    found
      .filter((obstacle) => obstacle.code === code && obstacle.count > 0)
      .map(({ count, until }) => ({ code, count, until: until !== null && until > now ? until : null })),
  );
}

/**
 * $1 account. `alone`: businesses that nobody else owns. What they owe, nobody else would pay. `purse`: what Stripe
 * holds for the person; once they are erased nobody could tell Stripe of another bank.
 */
const OBSTACLES = `
  with alone as (
    select m.business_id as id from business_member m
     where m.account_id = $1 and m.role = 'owner'
       and not exists (select from business_member o where o.business_id = m.business_id and o.account_id <> $1 and o.role = 'owner')
  ), purse as (
    select coalesce((select sum(t.amount_cents - t.reversed_cents) from transfer t where t.assistant_id = $1 and t.state = 'sent'), 0)
         - coalesce((select sum(b.amount_cents) from bank_payout b where b.assistant_id = $1 and b.status not in ('failed', 'canceled')), 0) as cents
  )
  select 'active_contracts' as code, count(*)::int as count, null::timestamptz as until from contract c
   where (c.assistant_id = $1 or c.client_id in (select id from alone)) and c.state in ('offered', 'active', 'paused')
  union all
  select 'hours_not_invoiced', count(*)::int, max(k.freezes_at) from contract_week w join client_week k on k.id = w.client_week_id
   where (w.assistant_id = $1 or w.client_id in (select id from alone)) and w.state in ('open', 'frozen') and w.counted_seconds > 0
  union all
  select 'unpaid_invoices', count(*)::int, null from invoice i
   where i.client_id in (select id from alone) and i.state in ('issued', 'charging', 'past_due', 'uncollectible')
  union all
  select 'money_on_its_way', count(*)::int, case when bool_and(e.releases_at is not null) then max(e.releases_at) end from earning e
   where e.assistant_id = $1 and e.state in ('held', 'due', 'blocked', 'sending')
  union all
  select 'money_at_stripe', count(b.id)::int + (purse.cents > 0)::int, case when purse.cents <= 0 then max(b.arrives_at) end
    from purse left join bank_payout b on b.assistant_id = $1 and b.status in ('pending', 'in_transit') group by purse.cents
  union all
  select 'refunds_on_their_way', count(*)::int, null from refund r
   where r.client_id in (select id from alone) and r.state in ('due', 'sending', 'sent', 'refused', 'failed')
  union all
  select 'debt', count(*)::int, null from assistant_debt d where d.assistant_id = $1 and d.closed_at is null
  union all
  select 'open_disputes', count(*)::int, null from dispute d
   where (d.assistant_id = $1 or d.client_id in (select id from alone)) and d.state not in ('accepted', 'settled', 'withdrawn', 'final')
  union all
  select 'open_chargebacks', count(*)::int, null from chargeback x
   where x.client_id in (select id from alone) and x.state in ('inquiry', 'needs_response', 'under_review')
  union all
  select 'business_with_others', count(*)::int, null from alone a
   where exists (select from business_member o where o.business_id = a.id and o.account_id <> $1)
  union all
  select 'staff', count(*)::int, null from staff_grant g where g.account_id = $1 and g.revoked_at is null`;
