import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

import { Accounts, type Addressee } from './accounts.repository.ts';
import { Businesses } from './businesses.repository.ts';
import { newSecretToken } from './secret-token.ts';
import type { Suspension } from './suspension.ts';
import { Suspensions } from './suspensions.repository.ts';

export interface IssuedAppeal {
  readonly suspension: Suspension;
  readonly to: readonly Addressee[];
  /** For the link with which to appeal; valid as long as the suspension. */
  readonly token: string;
}

@Injectable()
export class IssueAppeal {
  constructor(
    private readonly db: Database,
    private readonly suspensions: Suspensions,
    private readonly accounts: Accounts,
    private readonly businesses: Businesses,
  ) {}

  /** A link for the mail that is about to go out, made here so that it lies in no event. Sent again, the old one ends. */
  async run(suspensionId: string): Promise<IssuedAppeal> {
    const suspension = await this.suspensions.find(suspensionId);
    const token = newSecretToken();
    await this.db.transaction((tx) => this.suspensions.keepAppealToken(tx, suspensionId, token));
    return { suspension, to: await this.addressees(suspension), token };
  }

  /** The person, or the owners of the business. */
  async addressees({ accountId, businessId }: Suspension): Promise<Addressee[]> {
    if (accountId !== null) return [...(await this.accounts.addressees([accountId])).values()];
    return (await this.businesses.addressees([businessId ?? ''])).get(businessId ?? '') ?? [];
  }
}
