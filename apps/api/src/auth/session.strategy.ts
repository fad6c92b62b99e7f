import { RecogniseSession } from '@app/identity';
import type { User } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport';

import { SessionCookie } from './session-cookie.ts';

type Verify = (token: string, done: (error: unknown, actor?: User | null) => void) => void;

/** Passport's view of an opaque cookie: a token, or nobody. */
class CookieStrategy extends Strategy {
  override name = 'session';

  constructor(
    private readonly cookie: SessionCookie,
    private readonly verify: Verify,
  ) {
    super();
  }

  override authenticate(request: unknown): void {
    const token = this.cookie.read(request as FastifyRequest);
    if (token === undefined) return this.fail(401);
    this.verify(token, (error, actor) => {
      if (error) this.error(error);
      else if (actor) this.success(actor);
      else this.fail(401);
    });
  }
}

@Injectable()
export class SessionStrategy extends PassportStrategy(CookieStrategy, 'session') {
  constructor(
    cookie: SessionCookie,
    private readonly sessions: RecogniseSession,
  ) {
    super(cookie);
  }

  validate(token: string): Promise<User | null> {
    return this.sessions.run(token);
  }
}
