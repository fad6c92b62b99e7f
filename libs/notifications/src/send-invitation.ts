import { IssueInvitation } from '@app/identity';
import { Injectable } from '@nestjs/common';

import { Mailer } from './mailer.ts';
import { memberInvited } from './mails/accounts.ts';

@Injectable()
export class SendInvitation {
  constructor(
    private readonly issue: IssueInvitation,
    private readonly mailer: Mailer,
  ) {}

  /** Mails a new link to the address that was invited; nothing when the invitation is not open any more. */
  async run(invitationId: string): Promise<void> {
    const issued = await this.issue.run(invitationId);
    if (!issued) return;
    const { email, zone, language, businessName: business, inviterName: inviter, role, token } = issued;
    await this.mailer.send({ email, name: email, zone, language }, memberInvited({ inviter, business, role }, token));
  }
}
