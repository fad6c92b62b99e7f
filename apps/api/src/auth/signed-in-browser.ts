import type { Rotated, SignedIn } from '@app/identity';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { HalfSessionCookie } from './half-session-cookie.ts';
import { KnownBrowserCookie } from './known-browser-cookie.ts';
import { SessionCookie } from './session-cookie.ts';

/** What a browser brings when its person shows who they are, and what it is given. */
@Injectable()
export class SignedInBrowser {
  constructor(
    private readonly session: SessionCookie,
    private readonly browser: KnownBrowserCookie,
    private readonly half: HalfSessionCookie,
  ) {}

  read(request: FastifyRequest) {
    return {
      userAgent: request.headers['user-agent'] ?? null,
      knownBrowser: this.browser.read(request),
      replaces: this.session.read(request),
    };
  }

  /** Whether a second factor came between is the same to it. */
  write(reply: FastifyReply, { token, expiresAt, knownBrowser }: SignedIn): void {
    this.session.write(reply, token, expiresAt);
    this.browser.write(reply, knownBrowser);
    this.half.clear(reply);
  }

  rotate(reply: FastifyReply, { token, expiresAt }: Rotated): void {
    this.session.write(reply, token, expiresAt);
  }
}
