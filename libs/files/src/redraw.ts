import sharp, { type Sharp } from 'sharp';

import { ImageUnreadable } from './files.errors.ts';

const MOST_PIXELS = 50_000_000;

export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp';

/**
 * The same picture, drawn anew: upright, and without where and by whom it was taken or anything else that was hidden
 * in the file. Throws `ImageUnreadable`.
 */
export async function redraw(bytes: Uint8Array, type: ImageType): Promise<Buffer> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient();
    return await encode(picture, type).toBuffer();
  } catch {
    throw new ImageUnreadable();
  }
}

function encode(picture: Sharp, type: ImageType): Sharp {
  if (type === 'image/png') return picture.png();
  if (type === 'image/webp') return picture.webp({ quality: 90 });
  return picture.jpeg({ quality: 90 });
}

export function isImage(type: string): type is ImageType {
  return type.startsWith('image/');
}
