import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { TooManyVerifications } from './identity.errors.ts';
import { verificationRequested } from './identity.events.ts';
import { MOST_VERIFICATIONS_AN_HOUR } from './issue-verification.ts';
import { MailTokens } from './mail-tokens.repository.ts';

@Injectable()
export class RequestVerification {
  constructor(
    private readonly db: Database,
    private readonly tokens: MailTokens,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Has the link sent again; nothing when the address is verified. Throws `TooManyVerifications`. */
  async run(actor: User): Promise<void> {
    if (actor.emailVerified) return;
    const made = await this.tokens.madeLately(this.db.reader, actor.userId, 'verify_email', this.clock.now());
    if (made >= MOST_VERIFICATIONS_AN_HOUR) throw new TooManyVerifications();
    await this.db.transaction((tx) => this.events.tell(tx, verificationRequested(actor.userId)));
  }
}
