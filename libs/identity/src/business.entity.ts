import { randomUUIDv7 } from 'node:crypto';

import type { BusinessRole } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface NewBusiness {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** IANA name: the zone in which its weeks begin and end. */
  readonly zone: string;
}

/** A client: what hires is a business, and people act for it. */
@Entity('business')
export class Business {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') zone!: string;
  @Column('text') country!: string;
  @Column('timestamptz') createdAt!: Date;

  static open(given: NewBusiness, now: Date): Business {
    return Object.assign(new Business(), given, { id: randomUUIDv7(), createdAt: now });
  }
}

@Entity('business_member')
export class BusinessMember {
  @PrimaryColumn('uuid') businessId!: string;
  @PrimaryColumn('uuid') accountId!: string;
  @Column('text') role!: BusinessRole;
  @Column('timestamptz') since!: Date;

  static owner(business: Business, accountId: string): BusinessMember {
    const { id: businessId, createdAt: since } = business;
    return Object.assign(new BusinessMember(), { businessId, accountId, role: 'owner', since });
  }
}
