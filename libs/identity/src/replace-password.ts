import { Audit } from '@app/audit';
import type { Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Injectable } from '@nestjs/common';

import type { Account } from './account.entity.ts';
import { Accounts } from './accounts.repository.ts';
import { ApiTokens } from './api-tokens.repository.ts';
import { passwordChanged } from './identity.events.ts';
import { EmailChanges } from './email-changes.repository.ts';
import { HalfSessions } from './half-sessions.repository.ts';
import { KnownBrowsers } from './known-browsers.repository.ts';
import { MailTokens } from './mail-tokens.repository.ts';
import { Sessions } from './sessions.repository.ts';

/** What a new password means, whoever may set it. */
@Injectable()
export class ReplacePassword {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly halves: HalfSessions,
    private readonly browsers: KnownBrowsers,
    private readonly tokens: MailTokens,
    private readonly apiTokens: ApiTokens,
    private readonly changes: EmailChanges,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** Ends what the old one had opened: sessions (but the one with `keep`), half ones, API tokens, known browsers, links on their way. */
  async run(tx: Tx, account: Account, passwordHash: string, now: Date, keep?: string): Promise<void> {
    account.changePassword(passwordHash);
    await this.accounts.save(tx, account);
    await this.sessions.endAll(tx, account.id, now, keep);
    await this.halves.endAll(tx, account.id, now);
    await this.apiTokens.revokeAll(tx, account.id, now);
    await this.browsers.forgetAll(tx, account.id);
    await this.tokens.withdraw(tx, account.id, ['reset_password', 'change_email'], now);
    await this.changes.withdrawAll(tx, account.id, now);
    const actor = { kind: 'user', userId: account.id } as const;
    await this.audit.record(
      tx,
      { actor, action: 'password.changed', subject: { kind: 'account', id: account.id } },
      now,
    );
    await this.events.tell(tx, passwordChanged(account.id));
  }
}
