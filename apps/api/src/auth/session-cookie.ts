import { Config } from '@app/config';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The session's token in the browser. Over https the `__Host-` prefix keeps every other host and path from setting it. */
@Injectable()
export class SessionCookie {
  readonly name: string;
  readonly #secure: boolean;

  constructor(config: Config) {
    this.#secure = config.env.PUBLIC_URL.startsWith('https://');
    this.name = this.#secure ? '__Host-session' : 'session';
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  /** For `seconds` from now, whatever the clock of a story says: browsers have their own. */
  write(reply: FastifyReply, token: string, seconds: number): void {
    void reply.setCookie(this.name, token, { ...this.#attributes(), maxAge: seconds });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.#attributes());
  }

  #attributes() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#secure } as const;
  }
}
