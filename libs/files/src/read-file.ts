import type { Readable } from 'node:stream';

import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

import { FileStore } from './file-store.ts';
import { FileNotFound } from './files.errors.ts';
import { StoredFile } from './stored-file.entity.ts';

export interface OpenFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  /** Read it to its end or destroy it. */
  readonly bytes: Readable;
}

@Injectable()
export class ReadFile {
  constructor(
    private readonly db: Database,
    private readonly store: FileStore,
  ) {}

  /** Whether the asker may have it is for the lib to say that kept it: ask there first. Throws `FileNotFound`. */
  async run(id: string): Promise<OpenFile> {
    const file = await this.db.reader.findOneBy(StoredFile, { id });
    if (!file || file.removedAt) throw new FileNotFound();
    const { name, type, size, sha256 } = file;
    return { id, name, type, size, sha256, bytes: await this.store.read(sha256) };
  }
}
