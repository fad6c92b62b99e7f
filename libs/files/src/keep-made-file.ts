import type { Tx } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { FileStore, type KeptContent } from './file-store.ts';
import { ContentLost } from './files.errors.ts';
import { lockContent } from './lock-content.ts';
import { type FilePurpose, StoredFile } from './stored-file.entity.ts';

export interface MadeFile {
  /** Whom it is about; null for what belongs to nobody alone. */
  readonly ownerId: string | null;
  readonly purpose: FilePurpose;
  readonly name: string;
  readonly type: 'application/pdf' | 'application/zip' | 'application/json' | 'text/csv';
  /** What `FileStore.put` gave, within the day and outside of any transaction: files of ours may be long. */
  readonly kept: KeptContent;
}

@Injectable()
export class KeepMadeFile {
  constructor(
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  /** Gives a name to what Kontor itself has made, such as a PDF. It is kept as it is, and of any size. */
  async run(tx: Tx, { kept, ...file }: MadeFile): Promise<StoredFile> {
    await lockContent(tx, 'shared');
    if (!(await this.store.has(kept.sha256))) throw new ContentLost(kept.sha256);
    const made = StoredFile.keep({ ...file, ...kept }, this.clock.now());
    await tx.insert(StoredFile, made);
    return made;
  }
}
