import { Unauthenticated } from '@app/kernel';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';

import { BearerGuard } from './bearer.guard.ts';
import { showsAuthorization } from './bearer.strategy.ts';
import { ownStrategy } from './own-strategy.ts';
import { PUBLIC } from './public.ts';
import { SessionStrategy } from './session.strategy.ts';

/** On every route of the api, those that controllers forget included: without a session only `@Public()` answers. */
@Injectable()
export class SessionGuard extends AuthGuard() {
  constructor(
    private readonly reflector: Reflector,
    strategy: SessionStrategy,
    private readonly bearer: BearerGuard,
  ) {
    super(ownStrategy(strategy));
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isPublic === true) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (showsAuthorization(request)) return this.bearer.canActivate(context);
    return Boolean(await super.canActivate(context));
  }

  override handleRequest<TUser>(error: unknown, user: TUser | false): TUser {
    if (error) throw error;
    if (!user) throw new Unauthenticated('unauthenticated', 'Sign in first.');
    return user;
  }
}
