import { AddPasskey, BeginPasskey, RemovePasskey, RenamePasskey } from '@app/identity';
import type { User } from '@app/kernel';
import { AddPasskeyRequest, PasskeyAdded, PasskeyOptions, RenamePasskeyRequest } from '@app/wire/identity';
import { Body, Controller, Delete, HttpCode, Param, Patch, Post, SerializeOptions } from '@nestjs/common';

import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { newPasskeyOf } from './passkey-answer.ts';

const Id = z.uuid();

@Controller('me')
export class PasskeysController {
  constructor(
    private readonly begin: BeginPasskey,
    private readonly add: AddPasskey,
    private readonly rename: RenamePasskey,
    private readonly remove: RemovePasskey,
  ) {}

  @Post('passkey-challenges')
  @SerializeOptions({ schema: PasskeyOptions })
  challenge(@CurrentActor() actor: User): Promise<PasskeyOptions> {
    return this.begin.run(actor).then((options) => ({ ...options }));
  }

  @Post('passkeys')
  @SerializeOptions({ schema: PasskeyAdded })
  create(
    @CurrentActor() actor: User,
    @Body({ schema: AddPasskeyRequest }) { name, passkey }: AddPasskeyRequest,
  ): Promise<PasskeyAdded> {
    return this.add.run(actor, { name, response: newPasskeyOf(passkey) });
  }

  @Patch('passkeys/:id')
  @HttpCode(204)
  async change(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RenamePasskeyRequest }) { name }: RenamePasskeyRequest,
  ): Promise<void> {
    await this.rename.run(actor, id, name);
  }

  @Delete('passkeys/:id')
  @HttpCode(204)
  async end(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<void> {
    await this.remove.run(actor, id);
  }
}
