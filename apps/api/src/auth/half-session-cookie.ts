import { Config } from '@app/config';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A sign-in that waits for its second factor: no script reads it, and it opens nothing by itself. */
@Injectable()
export class HalfSessionCookie {
  readonly #name: string;
  readonly #secure: boolean;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.#secure = config.env.PUBLIC_URL.startsWith('https://');
    this.#name = this.#secure ? '__Host-half-session' : 'half-session';
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.#name];
  }

  write(reply: FastifyReply, token: string, expiresAt: Date): void {
    const maxAge = Math.ceil((expiresAt.getTime() - this.clock.now().getTime()) / 1000);
    void reply.setCookie(this.#name, token, { ...this.#attributes(), maxAge });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.#name, this.#attributes());
  }

  #attributes() {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.#secure } as const;
  }
}
