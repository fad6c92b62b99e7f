import { RecogniseApiToken } from '@app/identity';
import type { User } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy, type VerifyFunction } from 'passport-http-bearer';

/** Passport's strategy reads tokens from addresses and bodies too, where they end in logs: it is shown the header alone. */
class HeaderStrategy extends Strategy<VerifyFunction> {
  override authenticate(request: Parameters<Strategy<VerifyFunction>['authenticate']>[0]): void {
    const { authorization } = request.headers;
    super.authenticate({ headers: { authorization } } as typeof request);
  }
}

/** A program that acts for somebody, by `Authorization: Bearer kontor_...`. */
@Injectable()
export class BearerStrategy extends PassportStrategy(HeaderStrategy, 'bearer') {
  constructor(private readonly tokens: RecogniseApiToken) {
    super();
  }

  /** Passport wants `false` and not `null` for nobody. */
  async validate(token: string): Promise<User | false> {
    return (await this.tokens.run(token)) ?? false;
  }
}

/** Whoever shows an `Authorization` is judged by it alone: a cookie beside it lends it nothing. */
export function showsAuthorization(request: FastifyRequest): boolean {
  return request.headers.authorization !== undefined;
}
