import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';

import { LocalStrategy } from './local.strategy.ts';
import { SessionCookie } from './session-cookie.ts';
import { SessionGuard } from './session.guard.ts';
import { SessionStrategy } from './session.strategy.ts';

@Module({
  imports: [IdentityModule],
  providers: [SessionCookie, SessionStrategy, LocalStrategy, { provide: APP_GUARD, useClass: SessionGuard }],
  exports: [SessionCookie, LocalStrategy],
})
export class AuthModule {}
