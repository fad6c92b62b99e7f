import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A link to the address that was given up, with which whoever reads its mail takes the account back. */
export class AddressTakenBack implements MigrationInterface {
  readonly name = 'AddressTakenBack1795300000023';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table mail_token drop constraint mail_token_purpose_check, drop constraint mail_token_check1;
alter table mail_token
  add constraint mail_token_purpose_check
    check (purpose in ('verify_email', 'reset_password', 'change_email', 'take_back_email')),
  add constraint mail_token_check1
    check ((purpose in ('change_email', 'take_back_email')) = (email_change_id is not null));
`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup: accounts cannot be unmade');
  }
}
