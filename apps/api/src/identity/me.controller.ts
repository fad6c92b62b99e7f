import type { User } from '@app/kernel';
import { Me } from '@app/wire/identity';
import { Controller, Get, SerializeOptions } from '@nestjs/common';

import { CurrentActor } from '../auth/current-actor.ts';
import { MePresenter } from './me.presenter.ts';

@Controller('me')
export class MeController {
  constructor(private readonly me: MePresenter) {}

  @Get()
  @SerializeOptions({ schema: Me })
  show(@CurrentActor() actor: User): Promise<Me> {
    return this.me.present(actor.userId);
  }
}
