import { Unauthenticated } from '@app/kernel';
import { ProviderAnswer } from '@app/wire/providers';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';

import { invalidRequest } from '../http/faults.ts';
import { ownStrategy } from './own-strategy.ts';
import { type CameBack, ProviderStrategy } from './provider.strategy.ts';

export type ComingBackRequest = FastifyRequest & { user: CameBack };

/** Guards run before pipes: the body is held against its schema here, before Passport looks into it. */
@Injectable()
export class ProviderGuard extends AuthGuard() {
  constructor(strategy: ProviderStrategy) {
    super(ownStrategy(strategy));
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const read = ProviderAnswer.safeParse(request.body);
    if (!read.success) throw invalidRequest(read.error.issues);
    request.body = read.data;
    return Boolean(await super.canActivate(context));
  }

  override handleRequest<TUser>(error: unknown, user: TUser | false): TUser {
    if (error) throw error;
    if (!user) throw new Unauthenticated('unauthenticated', 'Sign in first.');
    return user;
  }
}
