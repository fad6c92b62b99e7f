import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The language that somebody reads, once they have chosen one: screens and, later, mails are written in it. */
export class Languages implements MigrationInterface {
  readonly name = 'Languages1795300000018';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table account add column language text check (language in ('en', 'nb', 'sv'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table account drop column language`);
  }
}
