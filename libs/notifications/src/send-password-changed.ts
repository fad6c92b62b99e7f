import { Accounts } from '@app/identity';
import { Injectable } from '@nestjs/common';

import { Mailer } from './mailer.ts';
import { passwordChanged } from './mails/accounts.ts';

@Injectable()
export class SendPasswordChanged {
  constructor(
    private readonly accounts: Accounts,
    private readonly mailer: Mailer,
  ) {}

  /** Tells the owner, in case it was somebody else. */
  async run(accountId: string): Promise<void> {
    const to = (await this.accounts.addressees([accountId])).get(accountId);
    if (to) await this.mailer.send(to, passwordChanged());
  }
}
