import { Accounts } from '@app/identity';
import { Injectable } from '@nestjs/common';

import { Mailer } from './mailer.ts';
import { alreadyRegistered } from './mails/accounts.ts';

@Injectable()
export class SendAlreadyRegistered {
  constructor(
    private readonly accounts: Accounts,
    private readonly mailer: Mailer,
  ) {}

  /** Tells the owner of an address that somebody wanted to sign up with it. */
  async run(accountId: string): Promise<void> {
    const to = (await this.accounts.addressees([accountId])).get(accountId);
    if (to) await this.mailer.send(to, alreadyRegistered());
  }
}
