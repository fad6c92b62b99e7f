import type { Readable } from 'node:stream';

import type { FastifyReply } from 'fastify';

export interface Attachment {
  readonly name: string;
  readonly type: string;
  /** Bytes; unknown while it is still being written. */
  readonly size?: number;
}

/** Nothing in it may run, load or be framed, wherever a browser ends up showing it. */
const INERT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/**
 * A file to be saved, never a page of ours: what people brought could pose as one, signed in as whoever opens it.
 * `reply` is a plain `@Res()`.
 */
export function sendAttachment(reply: FastifyReply, file: Attachment, bytes: Readable | Buffer | string): FastifyReply {
  const { name, type, size } = file;
  if (size !== undefined) void reply.header('content-length', size);
  return reply
    .header('content-type', type.startsWith('text/') ? `${type}; charset=utf-8` : type)
    .header('content-disposition', disposition(name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', INERT)
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-store')
    .send(bytes);
}

function disposition(name: string): string {
  const plain = name.replace(/[^\w.() -]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*!]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
