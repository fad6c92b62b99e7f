import { IssuePasswordReset } from '@app/identity';
import { Injectable } from '@nestjs/common';

import { Mailer } from './mailer.ts';
import { resetPassword } from './mails/accounts.ts';

@Injectable()
export class SendPasswordReset {
  constructor(
    private readonly issue: IssuePasswordReset,
    private readonly mailer: Mailer,
  ) {}

  /** Mails a link; nothing when nobody has this account, or it has had its mails of this hour. */
  async run(accountId: string): Promise<void> {
    const issued = await this.issue.run(accountId);
    if (issued) await this.mailer.send(issued.to, resetPassword(issued.token));
  }
}
