import { Database, refusalOf, type Tx } from '@app/database';
import { type Actor, actsFor, type BusinessRole } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { AlreadyMember, BusinessNotFound, LastOwner, MemberNotFound, OnBothSides } from './members.errors.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: BusinessRole;
  readonly since: Date;
}

interface Place {
  readonly accountId: string;
  readonly role: BusinessRole;
  readonly suspended: boolean;
}

/** Who acts for which business, and as what. */
@Injectable()
export class Members {
  constructor(private readonly db: Database) {}

  /** The oldest membership first. Throws `BusinessNotFound` also for a business that the actor does not belong to. */
  async list(actor: Actor, businessId: string): Promise<Member[]> {
    if (!actsFor(actor, businessId)) throw new BusinessNotFound(businessId);
    return this.db.reader.query<Member[]>(
      `select a.id, a.name, a.email, m.role, m.since from business_member m join account a on a.id = m.account_id
        where m.business_id = $1 order by m.since, a.id`,
      [businessId],
    );
  }

  /** One at a time joins, changes or leaves: the business is locked. Throws `AlreadyMember` or `OnBothSides`. */
  async add(tx: Tx, businessId: string, accountId: string, role: BusinessRole, now: Date): Promise<void> {
    if ((await this.#lock(tx, businessId)).some((place) => place.accountId === accountId)) throw new AlreadyMember();
    try {
      await tx.query(`insert into business_member (business_id, account_id, role, since) values ($1, $2, $3, $4)`, [
        businessId,
        accountId,
        role,
        now,
      ]);
    } catch (error) {
      if (refusalOf(error)?.constraint === 'no_self_dealing') throw new OnBothSides();
      throw error;
    }
  }

  /** The role until now. Throws `MemberNotFound` or `LastOwner`. */
  async changeRole(tx: Tx, businessId: string, accountId: string, role: BusinessRole): Promise<BusinessRole> {
    const places = await this.#lock(tx, businessId);
    const { role: before } = placeOf(places, accountId);
    if (role !== 'owner') assertNotLastOwner(places, accountId);
    await tx.query(`update business_member set role = $3 where business_id = $1 and account_id = $2`, [
      businessId,
      accountId,
      role,
    ]);
    return before;
  }

  /** Throws `MemberNotFound` or `LastOwner`. */
  async remove(tx: Tx, businessId: string, accountId: string): Promise<void> {
    const places = await this.#lock(tx, businessId);
    placeOf(places, accountId);
    assertNotLastOwner(places, accountId);
    await tx.query(`delete from business_member where business_id = $1 and account_id = $2`, [businessId, accountId]);
  }

  /** Whether the actor is an owner still, now that the business is locked: two owners may dismiss each other at once. */
  async isOwner(tx: Tx, businessId: string, accountId: string): Promise<boolean> {
    const places = await this.#lock(tx, businessId);
    return places.some((place) => place.accountId === accountId && place.role === 'owner');
  }

  async #lock(tx: Tx, businessId: string): Promise<Place[]> {
    await tx.query(`select from business where id = $1 for no key update`, [businessId]);
    return tx.query<Place[]>(
      `select m.account_id as "accountId", m.role, a.suspended_at is not null as suspended
         from business_member m join account a on a.id = m.account_id where m.business_id = $1`,
      [businessId],
    );
  }
}

function placeOf(places: readonly Place[], accountId: string): Place {
  const place = places.find((one) => one.accountId === accountId);
  if (!place) throw new MemberNotFound();
  return place;
}

/** An owner who is suspended can do nothing for the business, and does not count. */
function assertNotLastOwner(places: readonly Place[], accountId: string): void {
  if (placeOf(places, accountId).role !== 'owner') return;
  const isLeft = ({ accountId: id, role, suspended }: Place) => id !== accountId && role === 'owner' && !suspended;
  if (!places.some(isLeft)) throw new LastOwner();
}
