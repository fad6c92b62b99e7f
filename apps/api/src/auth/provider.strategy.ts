import { type HalfSignedIn, type OfferedToLink, type SignedIn, SignInWithProvider } from '@app/identity';
import type { ProviderAnswer } from '@app/wire/providers';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport';

import { ProviderCookie } from './provider-cookie.ts';
import { SignedInBrowser } from './signed-in-browser.ts';

export type CameBack = SignedIn | HalfSignedIn | OfferedToLink;
type Verify = (request: FastifyRequest, done: (error: unknown, cameBack?: CameBack) => void) => void;

/** Passport's view of somebody who comes back from a provider. The way there is a plain answer: nothing redirects here. */
class AnswerStrategy extends Strategy {
  override name = 'provider';

  constructor(private readonly verify: Verify) {
    super();
  }

  override authenticate(request: unknown): void {
    this.verify(request as FastifyRequest, (error, cameBack) => {
      if (error || !cameBack) this.error(error);
      else this.success(cameBack);
    });
  }
}

@Injectable()
export class ProviderStrategy extends PassportStrategy(AnswerStrategy, 'provider') {
  constructor(
    private readonly signIn: SignInWithProvider,
    private readonly trip: ProviderCookie,
    private readonly browser: SignedInBrowser,
  ) {
    super();
  }

  validate(request: FastifyRequest): Promise<CameBack> {
    return this.signIn.run({
      answer: (request.body as ProviderAnswer).answer,
      browser: this.trip.read(request),
      ...this.browser.read(request),
    });
  }
}
