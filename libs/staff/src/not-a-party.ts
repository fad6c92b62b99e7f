import { Database } from '@app/database';
import { Forbidden, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

export class PartyToIt extends Forbidden {
  constructor() {
    super('party_to_it', 'This is about yourself or a business of yours: another member of staff has to do it.');
  }
}

export interface Sides {
  readonly accountIds?: readonly string[];
  readonly businessIds?: readonly string[];
}

/** Nobody decides where they are party: about themselves, or a business that they act for. */
@Injectable()
export class NotAParty {
  constructor(private readonly db: Database) {}

  /** Throws `PartyToIt`. */
  async require({ userId }: Staff, { accountIds = [], businessIds = [] }: Sides): Promise<void> {
    if (accountIds.includes(userId)) throw new PartyToIt();
    const [belongs] = await this.db.reader.query<unknown[]>(
      `select from business_member where account_id = $1 and business_id = any($2) limit 1`,
      [userId, businessIds],
    );
    if (belongs) throw new PartyToIt();
  }
}
