import { OpenBusiness } from '@app/identity';
import type { User } from '@app/kernel';
import { BusinessView, NewBusiness } from '@app/wire/identity';
import { Body, Controller, Post, SerializeOptions } from '@nestjs/common';

import { CurrentActor } from '../auth/current-actor.ts';

@Controller('businesses')
export class BusinessesController {
  constructor(private readonly openBusiness: OpenBusiness) {}

  @Post()
  @SerializeOptions({ schema: BusinessView })
  async create(@CurrentActor() actor: User, @Body({ schema: NewBusiness }) body: NewBusiness): Promise<BusinessView> {
    const { id, name, zone } = await this.openBusiness.run(actor, body);
    return { id, name, zone, role: 'owner' };
  }
}
