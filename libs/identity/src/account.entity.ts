import { randomUUIDv7 } from 'node:crypto';

import { Column, Entity, PrimaryColumn } from 'typeorm';

export type Language = 'en' | 'nb' | 'sv';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  /** IANA name: the zone that this person's screens show. */
  readonly zone: string;
  /** Null: nobody knows yet. */
  readonly language: Language | null;
  /** Null: another provider says who they are. */
  readonly passwordHash: string | null;
}

/** A person. One account, whether they hire, assist, or both. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid') id!: string;
  @Column('citext') email!: string;
  @Column('text') name!: string;
  @Column('text') zone!: string;
  /** Screens and mails are written in it. Null until they choose one: each browser's own is used, and mails are in English. */
  @Column('text', { nullable: true }) language!: Language | null;
  @Column('text', { nullable: true }) passwordHash!: string | null;
  @Column('timestamptz', { nullable: true }) emailVerifiedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) suspendedAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
  /** Since then this row names nobody: its person asked to be forgotten. */
  @Column('timestamptz', { nullable: true }) erasedAt!: Date | null;

  static open(given: NewAccount, now: Date): Account {
    return Object.assign(new Account(), given, {
      id: randomUUIDv7(),
      emailVerifiedAt: null,
      suspendedAt: null,
      createdAt: now,
      erasedAt: null,
    });
  }

  /** Whatever the old password had opened is the caller's to end. */
  changePassword(passwordHash: string): void {
    this.passwordHash = passwordHash;
  }

  /** An address that has just been shown to be theirs. */
  changeEmail(email: string, now: Date): void {
    this.email = email;
    this.emailVerifiedAt = now;
  }

  speak(language: Language): void {
    this.language = language;
  }

  verifyEmail(now: Date): void {
    this.emailVerifiedAt ??= now;
  }
}
