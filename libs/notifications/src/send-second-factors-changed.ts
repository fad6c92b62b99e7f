import { Accounts, type SecondFactorChange } from '@app/identity';
import { Injectable } from '@nestjs/common';

import { Mailer } from './mailer.ts';
import { secondFactorsChanged } from './mails/accounts.ts';

@Injectable()
export class SendSecondFactorsChanged {
  constructor(
    private readonly accounts: Accounts,
    private readonly mailer: Mailer,
  ) {}

  /** Tells the owner, in case it was somebody else. */
  async run(accountId: string, what: SecondFactorChange): Promise<void> {
    const to = (await this.accounts.addressees([accountId])).get(accountId);
    if (to) await this.mailer.send(to, secondFactorsChanged(what));
  }
}
