import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';

import { HalfSessionCookie } from './half-session-cookie.ts';
import { BearerGuard } from './bearer.guard.ts';
import { BearerStrategy } from './bearer.strategy.ts';
import { KnownBrowserCookie } from './known-browser-cookie.ts';
import { LocalStrategy } from './local.strategy.ts';
import { SignedInBrowser } from './signed-in-browser.ts';
import { ProviderCookie } from './provider-cookie.ts';
import { ProviderStrategy } from './provider.strategy.ts';
import { SessionCookie } from './session-cookie.ts';
import { SessionGuard } from './session.guard.ts';
import { SessionStrategy } from './session.strategy.ts';
import { StaffGuard } from './staff.guard.ts';

@Module({
  imports: [IdentityModule],
  providers: [
    SessionCookie,
    KnownBrowserCookie,
    HalfSessionCookie,
    SignedInBrowser,
    SessionStrategy,
    BearerStrategy,
    BearerGuard,
    LocalStrategy,
    ProviderCookie,
    ProviderStrategy,
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: StaffGuard },
  ],
  exports: [
    ProviderCookie,
    ProviderStrategy,
    SessionCookie,
    KnownBrowserCookie,
    HalfSessionCookie,
    SignedInBrowser,
    LocalStrategy,
  ],
})
export class AuthModule {}
