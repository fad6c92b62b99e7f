import { Config } from '@app/config';
import { Injectable } from '@nestjs/common';

/** EdDSA, ES256 and RS256, as COSE numbers them: between them every maker of passkeys has one. */
export const PASSKEY_ALGORITHMS = [-8, -7, -257];

/** Whom passkeys are made for: where people open Kontor, and nobody else's page. */
@Injectable()
export class RelyingParty {
  readonly name = 'Kontor';
  readonly id: string;
  readonly origin: string;

  constructor({ env }: Config) {
    const { hostname, origin } = new URL(env.PUBLIC_URL);
    this.id = hostname;
    this.origin = origin;
  }
}
