import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The language that somebody reads, once they have chosen one: screens and mails are written in it. A trip to a provider takes it along. */
export class Languages implements MigrationInterface {
  readonly name = 'Languages1795300000018';

  async up(db: QueryRunner): Promise<void> {
    const language = `language text check (language in ('en', 'nb', 'sv'))`;
    await db.query(`alter table account add column ${language}`);
    await db.query(`alter table provider_attempt add column ${language}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table provider_attempt drop column language`);
    await db.query(`alter table account drop column language`);
  }
}
