import type Stripe from 'stripe';

import { invalid } from '../api/api-error.ts';
import { type Call, operation } from '../api/operation.ts';
import { newId } from '../ids.ts';

export const fileOperations = [
  operation('POST /v1/files', [], (call) => createFile(call)),
  operation('GET /v1/files/{file}', [], ({ context, id }) => context.get('file', id)),
];

function createFile({ context, rawBody, contentType }: Call<unknown>): Stripe.File {
  const parts = partsOf(rawBody, contentType);
  const purpose = parts.find((part) => part.name === 'purpose')?.content.toString('utf8');
  const file = parts.find((part) => part.name === 'file');
  if (!purpose) throw invalid('parameter_missing', 'Missing required param: purpose.', 'purpose');
  if (!file) throw invalid('parameter_missing', 'Missing required param: file.', 'file');
  const id = newId('file');
  return context.insert('file', {
    id,
    object: 'file',
    created: context.seconds,
    expires_at: null,
    filename: file.filename,
    links: { object: 'list', data: [], has_more: false, url: `/v1/file_links?file=${id}` },
    purpose: purpose,
    size: file.content.length,
    title: null,
    type: file.filename?.split('.').at(-1) ?? null,
    url: `${context.emulator.url}/files/${id}`,
  });
}

interface Part {
  readonly name: string;
  readonly filename: string | null;
  readonly content: Buffer;
}

/** The parts of a multipart body. */
function partsOf(body: Buffer, contentType: string): Part[] {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (!boundary) throw invalid('parameter_missing', 'Missing required param: file.', 'file');
  const text = body.toString('latin1');
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((section) => {
      const [head = '', ...rest] = section.replace(/^\r\n/, '').split('\r\n\r\n');
      const content = Buffer.from(rest.join('\r\n\r\n').replace(/\r\n$/, ''), 'latin1');
      return {
        name: /[; ]name="([^"]*)"/.exec(head)?.[1] ?? '',
        filename: /filename="([^"]*)"/.exec(head)?.[1] ?? null,
        content,
      };
    });
}
