import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Invitations, type WordedInvitation } from './invitations.repository.ts';
import { newSecretToken } from './secret-token.ts';

@Injectable()
export class IssueInvitation {
  constructor(
    private readonly db: Database,
    private readonly invitations: Invitations,
    private readonly clock: Clock,
  ) {}

  /**
   * A new single-use token, valid for seven days, for the mail that is about to go out; a link that was sent before
   * works no more. Null: the invitation is not open any more.
   */
  run(invitationId: string): Promise<(WordedInvitation & { token: string }) | null> {
    return this.db.transaction(async (tx) => {
      const token = newSecretToken();
      const worded = await this.invitations.link(tx, invitationId, token, this.clock.now());
      return worded && { ...worded, token };
    });
  }
}
