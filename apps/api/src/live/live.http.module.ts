import { HiringModule } from '@app/hiring';
import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';

import { AuthModule } from '../auth/auth.module.ts';
import { LiveController } from './live.controller.ts';
import { LiveStreams } from './live-streams.ts';
import { TellLive } from './tell-live.interceptor.ts';

/** Changes appear on screens without a reload. */
@Module({
  imports: [AuthModule, IdentityModule, HiringModule],
  controllers: [LiveController],
  providers: [LiveStreams, { provide: APP_INTERCEPTOR, useClass: TellLive }],
})
export class LiveHttpModule {}
