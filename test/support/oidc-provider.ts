import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Provider } from 'oidc-provider';

export const CLIENT = { id: 'kontor-of-a-story', secret: 'a secret of a story that nobody keeps' };

const signingKey = {
  ...generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ format: 'jwk' }),
  use: 'sig',
  alg: 'RS256',
};

export interface KnownThere {
  readonly subject: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name?: string;
}

/** A real OpenID Connect provider, where whoever is named last signs in without being asked. */
export class LocalProvider {
  #signsIn: KnownThere = { subject: 'nobody', email: 'nobody@there.example', emailVerified: false };

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
  ) {}

  static async start(redirectTo: string): Promise<LocalProvider> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
    const local = new LocalProvider(issuer, server);
    const provider = new Provider(issuer, local.#configuration(redirectTo));
    const handle = provider.callback();
    server.on('request', (request, response) => {
      const [, uid] = /^\/interaction\/([\w-]+)/.exec(request.url ?? '') ?? [];
      if (uid === undefined) return void handle(request, response);
      void local.#answerItself(provider, request, response);
    });
    return local;
  }

  signsIn(person: KnownThere): void {
    this.#signsIn = person;
  }

  /** As a browser that has never been there: follows it through to the address that it is sent back to. */
  async visit(url: string): Promise<URL> {
    const jar = new Map<string, string>();
    for (let next = new URL(url), steps = 0; steps < 12; steps += 1) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        jar.set(name, value);
      }
      const to = answer.headers.get('location');
      if (to === null) throw new Error(`The provider stopped with ${answer.status}: ${await answer.text()}`);
      next = new URL(to, next);
      if (next.origin !== this.issuer) return next;
    }
    throw new Error('The provider sends people round in circles');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((stopped) => this.server.close(stopped));
  }

  #configuration(redirectTo: string): ConstructorParameters<typeof Provider>[1] {
    return {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [redirectTo],
          application_type: 'native', // The only ones that may be sent back to http://localhost.
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      conformIdTokenClaims: false, // As Google and most others do: what is asked for is in the id token.
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      jwks: { keys: [signingKey] },
      cookies: { keys: ['a key of a story'] },
      findAccount: (_, subject) => {
        const { email, emailVerified, name } = this.#signsIn;
        return { accountId: subject, claims: () => ({ sub: subject, email, email_verified: emailVerified, name }) };
      },
    };
  }

  /** The person signs in and agrees, in one step each. */
  async #answerItself(provider: Provider, ...[request, response]: Parameters<Provider['interactionDetails']>) {
    const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
    if (prompt.name !== 'consent') {
      const login = { accountId: this.#signsIn.subject };
      return provider.interactionFinished(request, response, { login });
    }
    const found = grantId === undefined ? undefined : await provider.Grant.find(grantId);
    const accountId = session?.accountId ?? this.#signsIn.subject;
    const grant = found ?? new provider.Grant({ accountId, clientId: String(params.client_id) });
    grant.addOIDCScope('openid email profile');
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }
}
