import { Unauthenticated } from '@app/kernel';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';

import { ownStrategy } from './own-strategy.ts';
import { PUBLIC } from './public.ts';
import { SessionStrategy } from './session.strategy.ts';

/** On every route of the api, those that controllers forget included: without a session only `@Public()` answers. */
@Injectable()
export class SessionGuard extends AuthGuard() {
  constructor(
    private readonly reflector: Reflector,
    strategy: SessionStrategy,
  ) {
    super(ownStrategy(strategy));
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [
      context.getHandler(),
      context.getClass(),
    ]);
    return isPublic === true || Boolean(await super.canActivate(context));
  }

  override handleRequest<TUser>(error: unknown, user: TUser | false): TUser {
    if (error) throw error;
    if (!user) throw new Unauthenticated('unauthenticated', 'Sign in first.');
    return user;
  }
}
