import { Database } from '@app/database';
import { type OpenFile, ReadFile } from '@app/files';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { DownloadLinkNotValid, ExportNotFound } from '../privacy.errors.ts';
import { Exports } from './exports.repository.ts';
import { hashOfLink } from './issue-export-link.ts';

@Injectable()
export class DownloadExport {
  constructor(
    private readonly db: Database,
    private readonly exports: Exports,
    private readonly files: ReadFile,
    private readonly clock: Clock,
  ) {}

  /**
   * The person's own, once, with the token of the mail: neither an open session nor the mail alone is enough. Throws
   * `ExportNotFound` or `DownloadLinkNotValid`.
   */
  async run(actor: User, exportId: string, token: string): Promise<OpenFile> {
    const found = await this.exports.find(exportId);
    if (found?.accountId !== actor.userId) throw new ExportNotFound();
    const fileId = await this.db.transaction((tx) =>
      this.exports.use(tx, {
        id: exportId,
        accountId: actor.userId,
        hash: hashOfLink(token),
        now: this.clock.now(),
      }),
    );
    if (fileId === null) throw new DownloadLinkNotValid();
    return this.files.run(fileId);
  }
}
