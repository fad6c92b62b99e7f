import { Config } from '@app/config';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** As long as browsers keep any. */
const LIFETIME_SECONDS = 400 * 24 * 3_600;

/** What a browser is known by in which somebody has signed in. It opens nothing, and outlives the session. */
@Injectable()
export class KnownBrowserCookie {
  readonly #name: string;
  readonly #secure: boolean;

  constructor(config: Config) {
    this.#secure = config.env.PUBLIC_URL.startsWith('https://');
    this.#name = this.#secure ? '__Host-browser' : 'browser';
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.#name];
  }

  write(reply: FastifyReply, token: string): void {
    const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#secure } as const;
    void reply.setCookie(this.#name, token, { ...attributes, maxAge: LIFETIME_SECONDS });
  }
}
