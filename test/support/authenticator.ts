import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_KEY = 0x40;

interface Answering {
  readonly challenge: string;
  /** Of the page that asks, as the browser says it. */
  readonly origin: string;
}

/** A passkey as its maker keeps it, for specs without a browser: it signs whatever it is asked to, for any page. */
export class Authenticator {
  readonly #id = randomBytes(16);
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  counter = 0;
  verifiesUser = true;

  makes({ challenge, origin }: Answering): RegistrationResponseJSON {
    const length = Buffer.from([0, this.#id.length]);
    const made = Buffer.concat([Buffer.alloc(16), length, this.#id, this.#publicKey()]);
    const authData = Buffer.concat([this.#data(origin, HAS_KEY), made]);
    // CBOR: { fmt: 'none', attStmt: {}, authData }.
    const attestation = Buffer.concat([
      ...[Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
      ...[text('authData'), Buffer.from([0x58, authData.length]), authData],
    ]);
    const clientDataJSON = client('webauthn.create', challenge, origin).toString('base64url');
    const response = { clientDataJSON, attestationObject: attestation.toString('base64url') };
    return { ...this.#names(), response };
  }

  signs({ challenge, origin }: Answering): AuthenticationResponseJSON {
    const clientData = client('webauthn.get', challenge, origin);
    const authenticatorData = this.#data(origin, 0);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
    const signature = createSign('sha256').update(signed).sign(this.#keys.privateKey);
    return {
      ...this.#names(),
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
      },
    };
  }

  #names() {
    const id = this.#id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const;
  }

  #data(origin: string, also: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags = Buffer.from([USER_PRESENT | (this.verifiesUser ? USER_VERIFIED : 0) | also]);
    return Buffer.concat([createHash('sha256').update(new URL(origin).hostname).digest(), flags, counter]);
  }

  /** COSE: { kty: EC2, alg: ES256, crv: P-256, x, y }. */
  #publicKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const coordinate = (name: number, value: string) =>
      Buffer.concat([Buffer.from([name, 0x58, 32]), Buffer.from(value, 'base64url')]);
    const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]);
    return Buffer.concat([head, coordinate(0x21, x), coordinate(0x22, y)]);
  }
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
}

function client(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}
