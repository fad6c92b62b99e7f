import { type Device, ListDevices, SignOutDevice, SignOutOthers } from '@app/identity';
import type { User } from '@app/kernel';
import { SessionView } from '@app/wire/identity';
import { Controller, Delete, Get, HttpCode, Param, Req, SerializeOptions } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { CurrentActor } from '../auth/current-actor.ts';
import { SessionCookie } from '../auth/session-cookie.ts';

@Controller('sessions')
export class DevicesController {
  constructor(
    private readonly listDevices: ListDevices,
    private readonly signOutDevice: SignOutDevice,
    private readonly signOutOthers: SignOutOthers,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @SerializeOptions({ schema: SessionView })
  async list(@CurrentActor() actor: User, @Req() request: FastifyRequest): Promise<SessionView[]> {
    return (await this.listDevices.run(actor, this.cookie.read(request) ?? '')).map(present);
  }

  @Delete()
  @HttpCode(204)
  async endOthers(@CurrentActor() actor: User, @Req() request: FastifyRequest): Promise<void> {
    await this.signOutOthers.run(actor, this.cookie.read(request) ?? '');
  }

  @Delete(':id')
  @HttpCode(204)
  async end(@CurrentActor() actor: User, @Param('id') id: string): Promise<void> {
    await this.signOutDevice.run(actor, id);
  }
}

function present({ createdAt, seenAt, ...device }: Device): SessionView {
  return { ...device, createdAt: createdAt.toISOString(), seenAt: seenAt.toISOString() };
}
