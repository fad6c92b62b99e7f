import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

/** Who works with whom: the people of one's businesses, and of both sides of one's offers and contracts. */
@Injectable()
export class Counterparts {
  constructor(private readonly db: Database) {}

  /** Account ids, the person's own among them. */
  async of(accountId: string): Promise<string[]> {
    const rows = await this.db.reader.query<{ id: string }[]>(COUNTERPARTS, [accountId]);
    return rows.map(({ id }) => id);
  }
}

const COUNTERPARTS = `
  with mine as (select business_id as id from business_member where account_id = $1),
  clients as (
    select id from mine
    union
    select client_id from contract where assistant_id = $1 and state in ('offered', 'active', 'paused')
  )
  select $1::uuid as id
  union
  select m.account_id from business_member m join clients on clients.id = m.business_id
  union
  select c.assistant_id from contract c join mine on mine.id = c.client_id
   where c.state in ('offered', 'active', 'paused')`;
