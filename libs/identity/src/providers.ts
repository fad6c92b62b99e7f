import { Config } from '@app/config';
import { assertOutsideTransaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import * as client from 'openid-client';

import { ProviderDeclined, ProviderNotFound, ProviderTripNotValid, ProviderUnreachable } from './providers.errors.ts';

const TIMEOUT_SECONDS = 10;
const CLOCK_TOLERANCE_SECONDS = 30;
const GOOGLE = 'https://accounts.google.com';

export interface Provider {
  /** As addresses name it. */
  readonly id: string;
  /** As buttons name it. */
  readonly name: string;
}

interface Known extends Provider {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the way back is held against. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** A person as the provider knows them. */
export interface Vouched {
  readonly issuer: string;
  /** Never changes at that issuer, whatever becomes of the address. */
  readonly subject: string;
  /** Null unless the provider says that the address is theirs. */
  readonly email: string | null;
  readonly name: string | null;
}

/** Those who may tell us who somebody is, by OpenID Connect: code flow with PKCE, a nonce, and a signature that we check. */
@Injectable()
export class Providers {
  readonly #known: readonly Known[];
  readonly #back: URL;
  readonly #discovered = new Map<string, client.Configuration>();

  constructor({ env }: Config) {
    this.#back = new URL('/sign-in/provider', env.PUBLIC_URL);
    this.#known = [
      ...known('google', 'Google', GOOGLE, env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET),
      ...known('oidc', env.OIDC_NAME, env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET),
    ];
  }

  /** Empty unless some are configured. */
  list(): Provider[] {
    return this.#known.map(({ id, name }) => ({ id, name }));
  }

  /** Throws `ProviderNotFound`. */
  find(id: string): Provider {
    return this.#find(id);
  }

  /** Where to send the browser. Throws `ProviderNotFound` or `ProviderUnreachable`. */
  async addressFor(id: string, { state, nonce, verifier }: Checks): Promise<string> {
    const configuration = await this.#configuration(this.#find(id));
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#back.href,
      scope: 'openid email profile',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(id === 'google' ? { prompt: 'select_account' } : {}), // Not every provider knows how to ask.
      state,
      nonce,
    });
    return address.href;
  }

  /**
   * Whom the answer speaks of: the query with which the browser came back. Throws `ProviderDeclined`,
   * `ProviderUnreachable` or `ProviderTripNotValid`.
   */
  async read(id: string, answer: URLSearchParams, { state, nonce, verifier }: Checks): Promise<Vouched> {
    const provider = this.#find(id);
    const configuration = await this.#configuration(provider);
    const address = new URL(`?${answer.toString()}`, this.#back);
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    try {
      const claims = (await client.authorizationCodeGrant(configuration, address, checks)).claims();
      if (!claims) throw new ProviderTripNotValid();
      const { iss: issuer, sub: subject, email, email_verified: isVerified, name } = claims;
      const isTheirs = isVerified === true && typeof email === 'string' && email !== '';
      return { issuer, subject, email: isTheirs ? email : null, name: typeof name === 'string' ? name : null };
    } catch (error) {
      throw refusalFor(error, provider);
    }
  }

  #find(id: string): Known {
    const found = this.#known.find((provider) => provider.id === id);
    if (!found) throw new ProviderNotFound();
    return found;
  }

  /** Read from the provider once, and again as long as that failed. */
  async #configuration(provider: Known): Promise<client.Configuration> {
    assertOutsideTransaction('a call to a provider');
    const { id, issuer, clientId, clientSecret } = provider;
    const found = this.#discovered.get(id);
    if (found) return found;
    const metadata = { client_secret: clientSecret, [client.clockTolerance]: CLOCK_TOLERANCE_SECONDS };
    // Plain http only where the settings allow such an issuer: outside production.
    const execute = [
      client.enableNonRepudiationChecks,
      ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []),
    ];
    const options = { execute, timeout: TIMEOUT_SECONDS };
    try {
      const configuration = await client.discovery(issuer, clientId, metadata, undefined, options);
      this.#discovered.set(id, configuration);
      return configuration;
    } catch (error) {
      throw new ProviderUnreachable(provider.name, error);
    }
  }
}

function known(id: string, name: string, issuer?: string, clientId?: string, clientSecret?: string): Known[] {
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return [];
  return [{ id, name, issuer: new URL(issuer), clientId, clientSecret }];
}

function refusalFor(error: unknown, { name }: Provider): Error {
  if (error instanceof ProviderTripNotValid) return error;
  if (error instanceof client.AuthorizationResponseError) return new ProviderDeclined(name);
  return isUnreachable(error) ? new ProviderUnreachable(name, error) : new ProviderTripNotValid();
}

/** No connection, no answer in time, or a fault on their side; anything else is about what was sent or said. */
function isUnreachable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, message, status, cause } = error as Partial<Error & { status: unknown }>; // Or a whole Response.
  if (name === 'TimeoutError' || message === 'fetch failed') return true;
  return typeof status === 'number' ? status >= 500 : isUnreachable(cause);
}
