import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';

import { KnownBrowserCookie } from './known-browser-cookie.ts';
import { LocalStrategy } from './local.strategy.ts';
import { SessionCookie } from './session-cookie.ts';
import { SessionGuard } from './session.guard.ts';
import { SessionStrategy } from './session.strategy.ts';

@Module({
  imports: [IdentityModule],
  providers: [
    SessionCookie,
    KnownBrowserCookie,
    SessionStrategy,
    LocalStrategy,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [SessionCookie, KnownBrowserCookie, LocalStrategy],
})
export class AuthModule {}
