import { ApproveWeek } from '@app/billing';
import type { User } from '@app/kernel';
import { WeekApproved } from '@app/wire/billing';
import { Controller, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';

const Id = z.uuid();

@Controller('weeks/:id/approval')
export class WeekApprovalsController {
  constructor(private readonly approveWeek: ApproveWeek) {}

  @Post()
  @HttpCode(200)
  @SerializeOptions({ schema: WeekApproved })
  async approve(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<WeekApproved> {
    await this.approveWeek.run(actor, id);
    return {};
  }
}
