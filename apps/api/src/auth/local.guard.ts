import type { HalfSignedIn, SignedIn } from '@app/identity';
import { WrongCredentials } from '@app/identity';
import { SignInRequest } from '@app/wire/identity';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';

import { invalidRequest } from '../http/faults.ts';
import { LocalStrategy } from './local.strategy.ts';
import { ownStrategy } from './own-strategy.ts';

export type SigningInRequest = FastifyRequest & { user: SignedIn | HalfSignedIn };

/** Guards run before pipes: the body is held against its schema here, before Passport looks into it. */
@Injectable()
export class LocalGuard extends AuthGuard() {
  constructor(strategy: LocalStrategy) {
    super(ownStrategy(strategy));
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const read = SignInRequest.safeParse(request.body);
    if (!read.success) throw invalidRequest(read.error.issues);
    request.body = read.data;
    return Boolean(await super.canActivate(context));
  }

  override handleRequest<TUser>(error: unknown, user: TUser | false): TUser {
    if (error) throw error;
    if (!user) throw new WrongCredentials();
    return user;
  }
}
