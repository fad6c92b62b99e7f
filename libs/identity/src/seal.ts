import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

import { Config } from '@app/config';
import { Injectable } from '@nestjs/common';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts what has to be read again, with the key of the configuration: a copy of the database alone tells nothing. */
@Injectable()
export class Seal {
  readonly #key: Buffer;

  constructor({ env }: Config) {
    this.#key = Buffer.from(hkdfSync('sha256', env.SECRETS_KEY, '', 'kontor second factors', KEY_BYTES));
  }

  /** `of` binds it to whom it belongs: moved to another's row, it does not open. */
  close(secret: Uint8Array, of: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, nonce).setAAD(Buffer.from(of));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** Throws when the key, or whom it belongs to, is another than when it was closed. */
  open(sealed: Buffer, of: string): Buffer {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv(CIPHER, this.#key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(tag).setAAD(Buffer.from(of));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  }
}
