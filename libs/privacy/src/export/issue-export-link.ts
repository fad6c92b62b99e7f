import { createHash, randomBytes } from 'node:crypto';

import { Database } from '@app/database';
import { Accounts, type Addressee } from '@app/identity';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Exports } from './exports.repository.ts';

const BYTES = 32;

export interface ExportLink {
  readonly to: Addressee;
  readonly exportId: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/** Plain SHA-256 is enough: there is nothing to guess in 256 random bits. */
export function hashOfLink(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

@Injectable()
export class IssueExportLink {
  constructor(
    private readonly db: Database,
    private readonly exports: Exports,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /** A new single-use token for the mail that is about to go out. Null: there is nothing to download any more. */
  async run(exportId: string): Promise<ExportLink | null> {
    const ready = await this.exports.find(exportId);
    if (!ready?.expiresAt) return null;
    const to = (await this.accounts.addressees([ready.accountId])).get(ready.accountId);
    if (!to) return null;
    const token = randomBytes(BYTES).toString('base64url');
    const isSet = await this.db.transaction((tx) =>
      this.exports.setToken(tx, exportId, hashOfLink(token), this.clock.now()),
    );
    return isSet ? { to, exportId, token, expiresAt: ready.expiresAt } : null;
  }
}
