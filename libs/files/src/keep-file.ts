import type { Tx } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { fileName } from './file-name.ts';
import { FileStore } from './file-store.ts';
import { FileEmpty, FileTooLarge } from './files.errors.ts';
import { lockContent } from './lock-content.ts';
import { isImage, redraw } from './redraw.ts';
import { sniff, uploadTypes } from './sniff.ts';
import { type FilePurpose, StoredFile } from './stored-file.entity.ts';

/** Of one file as people bring it. */
export const LARGEST_FILE_BYTES = 10 * 1_048_576;

export interface BroughtFile {
  readonly ownerId: string;
  readonly purpose: FilePurpose;
  /** As it was called where it came from; kept without folders and with the ending of what it is. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

@Injectable()
export class KeepFile {
  constructor(
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps what somebody brought. The type is what the bytes are, pictures are drawn anew without what was hidden in
   * them. Throws `FileEmpty`, `FileTooLarge`, `FileTypeRefused` or `ImageUnreadable`. A rollback leaves bytes that no
   * row names: a sweep removes them.
   */
  async run(tx: Tx, { ownerId, purpose, name, bytes }: BroughtFile): Promise<StoredFile> {
    if (bytes.byteLength === 0) throw new FileEmpty();
    if (bytes.byteLength > LARGEST_FILE_BYTES) throw new FileTooLarge(LARGEST_FILE_BYTES);
    const type = await sniff(bytes, name);
    const content = isImage(type) ? await redraw(bytes, type) : bytes;

    await lockContent(tx, 'shared');
    const kept = await this.store.put([content]);
    const file = StoredFile.keep(
      { ownerId, purpose, name: fileName(name, uploadTypes[type]), type, ...kept },
      this.clock.now(),
    );
    await tx.insert(StoredFile, file);
    return file;
  }
}
