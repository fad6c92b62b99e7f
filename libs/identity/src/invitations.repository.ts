import { Database, type Tx } from '@app/database';
import type { BusinessRole } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Language } from './account.entity.ts';
import { hashOf } from './secret-token.ts';

const LIFETIME_MS = 7 * 24 * 3_600_000;
const HOUR_MS = 3_600_000;

export interface NewInvitation {
  readonly id: string;
  readonly businessId: string;
  readonly email: string;
  readonly role: BusinessRole;
  readonly invitedBy: string;
}

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: BusinessRole;
  readonly invitedAt: Date;
  /** Null until the mail has gone out. */
  readonly expiresAt: Date | null;
}

/** An invitation as its mail words it. */
export interface WordedInvitation {
  readonly email: string;
  readonly role: BusinessRole;
  readonly businessName: string;
  readonly inviterName: string;
  /** Of whoever has the address or, when nobody has or they never said, of who invites them. */
  readonly language: Language | null;
  readonly zone: string;
}

export interface AcceptedInvitation {
  readonly businessId: string;
  readonly role: BusinessRole;
  readonly isTheirs: boolean;
}

const OPEN = 'accepted_at is null and withdrawn_at is null';
const SHOWN = 'id, email, role, invited_at as "invitedAt", expires_at as "expiresAt"';

/** Places in a business that are offered by mail; of the links only hashes stay. */
@Injectable()
export class Invitations {
  constructor(private readonly db: Database) {}

  /** Those that can be accepted still or have not been sent yet, the newest first. */
  open(businessId: string, now: Date): Promise<Invitation[]> {
    return this.db.reader.query<Invitation[]>(
      `select ${SHOWN} from business_invitation
        where business_id = $1 and ${OPEN} and (expires_at is null or expires_at > $2) order by id desc`,
      [businessId, now],
    );
  }

  /** How many this business has made within the last hour. */
  async madeLately(tx: Tx, businessId: string, now: Date): Promise<number> {
    const [made] = await tx.query<{ count: number }[]>(
      `select count(*)::int as count from business_invitation where business_id = $1 and invited_at > $2`,
      [businessId, new Date(now.getTime() - HOUR_MS)],
    );
    return made?.count ?? 0;
  }

  async isMember(tx: Tx, businessId: string, email: string): Promise<boolean> {
    const members = await tx.query<unknown[]>(
      `select from business_member m join account a on a.id = m.account_id where m.business_id = $1 and a.email = $2`,
      [businessId, email],
    );
    return members.length > 0;
  }

  /** Takes the place of an open one to the same address: its link works no more. */
  async add(tx: Tx, { id, businessId, email, role, invitedBy }: NewInvitation, now: Date): Promise<Invitation> {
    await tx.query(
      `update business_invitation set withdrawn_at = $3 where business_id = $1 and email = $2 and ${OPEN}`,
      [businessId, email, now],
    );
    const [invitation] = await tx.query<[Invitation]>(
      `insert into business_invitation (id, business_id, email, role, invited_by, invited_at)
       values ($1, $2, $3, $4, $5, $6) returning ${SHOWN}`,
      [id, businessId, email, role, invitedBy, now],
    );
    return invitation;
  }

  /** Gives it a new link for the mail that is about to go out. Null: it is not open any more. */
  async link(tx: Tx, id: string, token: string, now: Date): Promise<WordedInvitation | null> {
    const [linked] = await tx.query<[WordedInvitation[], number]>(
      `update business_invitation i set token_hash = $2, expires_at = $3
         from business b, account a
        where i.id = $1 and ${OPEN} and b.id = i.business_id and a.id = i.invited_by
       returning i.email, i.role, b.name as "businessName", a.name as "inviterName",
                 coalesce((select p.language from account p where p.email = i.email), a.language) as language,
                 coalesce((select p.zone from account p where p.email = i.email), a.zone) as zone`,
      [id, hashOf(token), new Date(now.getTime() + LIFETIME_MS)],
    );
    return linked[0] ?? null;
  }

  /** Null: unknown, used, withdrawn or too old. Of parallel uses one gets it: the row's lock decides. */
  async use(tx: Tx, token: string, accountId: string, now: Date): Promise<AcceptedInvitation | null> {
    const [used] = await tx.query<[AcceptedInvitation[], number]>(
      `update business_invitation i set accepted_at = $3, accepted_by = $2
         from account a
        where i.token_hash = $1 and i.expires_at > $3 and ${OPEN} and a.id = $2
       returning i.business_id as "businessId", i.role, i.email = a.email as "isTheirs"`,
      [hashOf(token), accountId, now],
    );
    return used[0] ?? null;
  }

  async withdraw(tx: Tx, businessId: string, id: string, now: Date): Promise<boolean> {
    const [withdrawn] = await tx.query<[unknown[], number]>(
      `update business_invitation set withdrawn_at = $3 where business_id = $1 and id = $2 and ${OPEN} returning id`,
      [businessId, id, now],
    );
    return withdrawn.length > 0;
  }
}
