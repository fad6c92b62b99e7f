import { IssueVerification } from '@app/identity';
import { Injectable } from '@nestjs/common';

import { Mailer } from './mailer.ts';
import { verifyEmail } from './mails/accounts.ts';

@Injectable()
export class SendVerification {
  constructor(
    private readonly issue: IssueVerification,
    private readonly mailer: Mailer,
  ) {}

  /** Mails a new link; nothing when the address is verified, or has had its mails of this hour. */
  async run(accountId: string): Promise<void> {
    const issued = await this.issue.run(accountId);
    if (issued) await this.mailer.send(issued.to, verifyEmail(issued.token));
  }
}
