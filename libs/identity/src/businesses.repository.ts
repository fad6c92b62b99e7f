import { Database, type Tx } from '@app/database';
import type { BusinessRole } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Addressee } from './accounts.repository.ts';
import { Business, BusinessMember } from './business.entity.ts';

export interface OwnBusiness {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly role: BusinessRole;
}

@Injectable()
export class Businesses {
  constructor(private readonly db: Database) {}

  /** Those that this person acts for, the oldest membership first. */
  ofMember(accountId: string): Promise<OwnBusiness[]> {
    return this.db.reader.query(
      `select b.id, b.name, b.zone, m.role from business_member m join business b on b.id = m.business_id
        where m.account_id = $1 order by m.since, b.id`,
      [accountId],
    );
  }

  /** Who gets the mail of each business: its members in these roles, owners always. */
  async addressees(ids: readonly string[], ...roles: BusinessRole[]): Promise<Map<string, Addressee[]>> {
    const rows = await this.db.reader.query<(Addressee & { business: string })[]>(
      `select m.business_id as business, a.id, a.name, a.zone, a.email, a.language
         from business_member m join account a on a.id = m.account_id
        where m.business_id = any($1) and m.role = any($2) and a.suspended_at is null
        order by m.since, a.id`,
      [ids, ['owner', ...roles]],
    );
    return Map.groupBy(rows, ({ business }) => business);
  }

  async add(tx: Tx, business: Business, owner: string): Promise<void> {
    await tx.insert(Business, business);
    await tx.insert(BusinessMember, BusinessMember.owner(business, owner));
  }
}
