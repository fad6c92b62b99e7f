import { Config } from '@app/config';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

const LIFETIME_SECONDS = 3_600;
const FORM = /^[\w-]{43}$/;

/** What binds a trip to another provider to the browser that set out. Lax: the way back comes from the provider's site. */
@Injectable()
export class ProviderCookie {
  readonly #name: string;
  readonly #secure: boolean;

  constructor(config: Config) {
    this.#secure = config.env.PUBLIC_URL.startsWith('https://');
    this.#name = this.#secure ? '__Host-provider' : 'provider';
  }

  read(request: FastifyRequest): string | undefined {
    const token = request.cookies[this.#name];
    return token !== undefined && FORM.test(token) ? token : undefined;
  }

  write(reply: FastifyReply, token: string): void {
    const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#secure } as const;
    void reply.setCookie(this.#name, token, { ...attributes, maxAge: LIFETIME_SECONDS });
  }
}
