import { Config } from '@app/config';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The session's token in the browser. Over https the `__Host-` prefix keeps every other host and path from setting it. */
@Injectable()
export class SessionCookie {
  readonly name: string;
  readonly #secure: boolean;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.#secure = config.env.PUBLIC_URL.startsWith('https://');
    this.name = this.#secure ? '__Host-session' : 'session';
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  /** As seconds from now and not as an instant, whatever the clock of a story says: browsers have their own. */
  write(reply: FastifyReply, token: string, expiresAt: Date): void {
    const maxAge = Math.ceil((expiresAt.getTime() - this.clock.now().getTime()) / 1000);
    void reply.setCookie(this.name, token, { ...this.#attributes(), maxAge });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.#attributes());
  }

  #attributes() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#secure } as const;
  }
}
