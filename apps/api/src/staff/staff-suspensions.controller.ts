import { Suspensions } from '@app/identity';
import { Clock, type Staff } from '@app/kernel';
import { DecideAppeal, EndImpersonation, LiftSuspension } from '@app/staff';
import { AppealDecisionRequest, ReasonRequest, StaffSuspensionList, StaffSuspensionView } from '@app/wire/staff';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, SerializeOptions } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import { SessionCookie } from '../auth/session-cookie.ts';
import { CurrentStaff, StaffOnly, WithoutStepUp } from '../auth/staff-only.ts';
import { presentSuspension } from './suspension.presenter.ts';

const Id = z.uuid();

@StaffOnly()
@Controller('staff')
export class StaffSuspensionsController {
  constructor(
    private readonly suspensions: Suspensions,
    private readonly lifting: LiftSuspension,
    private readonly deciding: DecideAppeal,
    private readonly endImpersonation: EndImpersonation,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
  ) {}

  /** Appeals that wait for a decision, the oldest first. */
  @Get('appeals')
  @SerializeOptions({ schema: StaffSuspensionList })
  async appeals(@CurrentStaff() staff: Staff): Promise<StaffSuspensionList> {
    const now = this.clock.now();
    return (await this.suspensions.awaitingDecision()).map((suspension) => presentSuspension(staff, suspension, now));
  }

  @Post('suspensions/:id/ending')
  @HttpCode(200)
  @SerializeOptions({ schema: StaffSuspensionView })
  async lift(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ReasonRequest }) { reason }: ReasonRequest,
  ): Promise<StaffSuspensionView> {
    return presentSuspension(staff, await this.lifting.run(staff, id, reason), this.clock.now());
  }

  @Post('suspensions/:id/appeal-decision')
  @HttpCode(200)
  @SerializeOptions({ schema: StaffSuspensionView })
  async decide(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AppealDecisionRequest }) body: AppealDecisionRequest,
  ): Promise<StaffSuspensionView> {
    return presentSuspension(staff, await this.deciding.run(staff, id, body), this.clock.now());
  }

  @WithoutStepUp()
  @Delete('impersonation')
  @HttpCode(204)
  async seeAsOneself(@CurrentStaff() staff: Staff, @Req() request: FastifyRequest): Promise<void> {
    await this.endImpersonation.run(staff, this.cookie.read(request) ?? '');
  }
}
