import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';

import { Config } from '@app/config';
import { Injectable } from '@nestjs/common';

import { type ContentId, FileStore, type KeptContent } from './file-store.ts';
import { ContentLost } from './files.errors.ts';

const HALF_WRITTEN = 'half-written';
const AT_REST_AFTER_MS = 24 * 3_600_000;
const CONTENT_ID = /^[0-9a-f]{64}$/;

/** A folder: `ab/abcdef...`, each written under another name and renamed once it is whole. */
@Injectable()
export class DiskFileStore extends FileStore {
  readonly #folder: string;

  constructor({ env }: Config) {
    super();
    this.#folder = resolve(env.FILES_DIR);
  }

  override async put(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<KeptContent> {
    const folder = join(this.#folder, HALF_WRITTEN);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const halfWritten = join(folder, randomUUID());
    try {
      const kept = await write(halfWritten, chunks);
      const path = this.#pathOf(kept.sha256);
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
      await rename(halfWritten, path);
      return kept;
    } finally {
      await rm(halfWritten, { force: true });
    }
  }

  override async read(id: ContentId): Promise<Readable> {
    if (!(await this.has(id))) throw new ContentLost(id);
    return createReadStream(this.#pathOf(id));
  }

  override async has(id: ContentId): Promise<boolean> {
    return (await stat(this.#pathOf(id)).catch(() => undefined)) !== undefined;
  }

  override async remove(id: ContentId): Promise<void> {
    await rm(this.#pathOf(id), { force: true });
  }

  override async *listAtRest(): AsyncIterable<ContentId> {
    for (const name of await namesIn(join(this.#folder, HALF_WRITTEN))) {
      const path = join(this.#folder, HALF_WRITTEN, name);
      if (await isAtRest(path)) await rm(path, { force: true }); // Its process died.
    }
    for (const shelf of await namesIn(this.#folder)) {
      for (const name of await namesIn(join(this.#folder, shelf))) {
        if (CONTENT_ID.test(name) && (await isAtRest(join(this.#folder, shelf, name)))) yield name;
      }
    }
  }

  #pathOf(id: ContentId): string {
    if (!CONTENT_ID.test(id)) throw new ContentLost(id);
    return join(this.#folder, id.slice(0, 2), id);
  }
}

async function write(path: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<KeptContent> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.byteLength;
      await file.writeFile(chunk);
    }
    await file.sync(); // Renamed before it is on the disk, a power cut would leave an empty file under a true name.
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** By the disk's own clock: it is the one that the files carry. */
async function isAtRest(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > AT_REST_AFTER_MS;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
