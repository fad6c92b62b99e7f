import { Forbidden, Unauthenticated, type User } from '@app/kernel';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';

import { BearerStrategy } from './bearer.strategy.ts';
import type { SignedInRequest } from './current-actor.ts';
import { ownStrategy } from './own-strategy.ts';
import { isOpenTo } from './token-routes.ts';

/** Lets a token through to the routes of its scopes, and to no other. The session guard asks it; no route names it. */
@Injectable()
export class BearerGuard extends AuthGuard() {
  constructor(strategy: BearerStrategy) {
    super(ownStrategy(strategy));
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    await super.canActivate(context);
    const { user, method, routeOptions } = context.switchToHttp().getRequest<SignedInRequest>();
    if (isOpenTo(user.scopes ?? [], method, routeOptions.url)) return true;
    throw new Forbidden('token_scope', 'This token was not made for that.');
  }

  override handleRequest<TUser = User>(error: unknown, user: TUser | false): TUser {
    if (error) throw error;
    if (!user)
      throw new Unauthenticated('unauthenticated', 'This token opens nothing: revoked, too old, or none of ours.');
    return user;
  }
}
