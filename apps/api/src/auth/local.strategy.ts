import { type HalfSignedIn, SignIn, type SignedIn } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';

import { clientAddress } from '../http/client-address.ts';
import { KnownBrowserCookie } from './known-browser-cookie.ts';
import { SessionCookie } from './session-cookie.ts';

/** E-mail and password. The session that the browser had until now ends with the new one's start. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(
    private readonly signIn: SignIn,
    private readonly cookie: SessionCookie,
    private readonly browser: KnownBrowserCookie,
  ) {
    super({ usernameField: 'email', passReqToCallback: true });
  }

  validate(request: FastifyRequest, email: string, password: string): Promise<SignedIn | HalfSignedIn> {
    const userAgent = request.headers['user-agent'] ?? null;
    return this.signIn.run({
      email,
      password,
      userAgent,
      address: clientAddress(request),
      knownBrowser: this.browser.read(request),
      replaces: this.cookie.read(request),
    });
  }
}
