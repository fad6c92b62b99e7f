import { Accounts } from '@app/identity';
import { Erasures, IssueExportLink } from '@app/privacy';
import { Injectable } from '@nestjs/common';

import type { AddressedLetter, Letter } from './letter.ts';
import { erasureRequested, erasureWithdrawn, exportReady } from './mails/privacy.ts';

/** What somebody's wish to see or end what is held on them means to them. */
@Injectable()
export class PrivacyLetters {
  constructor(
    private readonly issue: IssueExportLink,
    private readonly erasures: Erasures,
    private readonly accounts: Accounts,
  ) {}

  /** A new link each time it is written. None when there is nothing to download any more. */
  async exportReady(exportId: string): Promise<AddressedLetter[]> {
    const link = await this.issue.run(exportId);
    if (!link) return [];
    return [{ about: 'link', to: link.to, letter: exportReady(link.exportId, link.token, link.expiresAt) }];
  }

  erasureRequested(erasureId: string): Promise<AddressedLetter[]> {
    return this.#about(erasureId, erasureRequested);
  }

  erasureWithdrawn(erasureId: string): Promise<AddressedLetter[]> {
    return this.#about(erasureId, erasureWithdrawn);
  }

  async #about(erasureId: string, write: (erasesAt: Date) => Letter): Promise<AddressedLetter[]> {
    const erasure = await this.erasures.find(erasureId);
    const to = erasure && (await this.accounts.addressees([erasure.accountId])).get(erasure.accountId);
    return erasure && to ? [{ about: 'person', to, letter: write(erasure.erasesAt) }] : [];
  }
}
