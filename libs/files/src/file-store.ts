import type { Readable } from 'node:stream';

/** The SHA-256 of the bytes, in hex: where they are kept, and proof that they are the same. */
export type ContentId = string;

export interface KeptContent {
  readonly sha256: ContentId;
  readonly size: number;
}

/** Where the bytes of files are kept, by what they are. The same bytes are kept once, whoever brought them. */
export abstract class FileStore {
  /** All of it or nothing: a crash on the way leaves no half content under any id. */
  abstract put(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<KeptContent>;
  /** Throws `ContentLost` when there is no such content. */
  abstract read(id: ContentId): Promise<Readable>;
  /** Nothing happens when it is gone already. */
  abstract remove(id: ContentId): Promise<void>;
  abstract has(id: ContentId): Promise<boolean>;
  /** Content that has lain for a day, in no order: what came later may be about to get the row that names it. */
  abstract listAtRest(): AsyncIterable<ContentId>;
}
