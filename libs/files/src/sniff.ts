import { fileTypeFromBuffer } from 'file-type';

import { FileTypeRefused } from './files.errors.ts';

/** What people may bring, and the ending each is kept under. What a file says of itself counts for nothing. */
export const uploadTypes = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'text/plain': 'txt',
  'text/csv': 'csv',
} as const;

export type UploadType = keyof typeof uploadTypes;

/** Text that a browser would take for a page, wherever it begins. */
const MARKUP = /<\s*(!doctype|\?xml|html|head|body|svg|script|iframe|object|embed|style|link|meta)\b/i;
/** What no text editor writes: everything below the space but tab, line feed, form feed and carriage return. */
const isControl = (byte: number) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte);

/** What the bytes are. Throws `FileTypeRefused` for anything that is not in the list. */
export async function sniff(bytes: Uint8Array, name: string): Promise<UploadType> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) {
    if (Object.hasOwn(uploadTypes, found.mime)) return found.mime as UploadType;
    throw refused();
  }
  if (!isPlainText(bytes)) throw refused();
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain';
}

function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !bytes.some(isControl) && !MARKUP.test(text);
  } catch {
    return false; // Not UTF-8.
  }
}

function refused(): FileTypeRefused {
  return new FileTypeRefused(Object.values(uploadTypes));
}
