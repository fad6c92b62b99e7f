import { Clock, type Staff } from '@app/kernel';
import { BeginImpersonation, DescribeBusiness, DescribePerson, StaffHolds, Suspend } from '@app/staff';
import {
  BusinessPageView,
  ImpersonationView,
  PersonPageView,
  ReasonRequest,
  StaffSuspensionView,
  SuspensionRequest,
} from '@app/wire/staff';
import { Body, Controller, Get, Param, Post, Req, SerializeOptions } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import { SessionCookie } from '../auth/session-cookie.ts';
import { CurrentStaff, StaffOnly } from '../auth/staff-only.ts';
import { presentHold } from './hold.presenter.ts';
import { onWire } from './on-wire.ts';
import { presentSuspension } from './suspension.presenter.ts';

const Id = z.uuid();

@StaffOnly()
@Controller('staff')
export class StaffPeopleController {
  constructor(
    private readonly person: DescribePerson,
    private readonly business: DescribeBusiness,
    private readonly holds: StaffHolds,
    private readonly suspending: Suspend,
    private readonly impersonating: BeginImpersonation,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
  ) {}

  @Get('people/:id')
  @SerializeOptions({ schema: PersonPageView })
  async showPerson(@CurrentStaff() staff: Staff, @Param('id', { schema: Id }) id: string): Promise<PersonPageView> {
    const now = this.clock.now();
    const { suspensions, ...page } = await this.person.run(id, now);
    const holds = await this.holds.live(staff, now, id);
    const other = id !== staff.userId;
    return {
      ...onWire(page),
      holds: holds.map((hold) => presentHold(staff, hold, now)),
      suspensions: suspensions.map((suspension) => presentSuspension(staff, suspension, now)),
      can: { suspend: other, impersonate: other && !page.person.isStaff },
    };
  }

  @Get('businesses/:id')
  @SerializeOptions({ schema: BusinessPageView })
  async showBusiness(@CurrentStaff() staff: Staff, @Param('id', { schema: Id }) id: string): Promise<BusinessPageView> {
    const { suspensions, ...page } = await this.business.run(id);
    const now = this.clock.now();
    return { ...onWire(page), suspensions: suspensions.map((one) => presentSuspension(staff, one, now)) };
  }

  @Post('people/:id/suspensions')
  @SerializeOptions({ schema: StaffSuspensionView })
  suspendPerson(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SuspensionRequest }) body: SuspensionRequest,
  ): Promise<StaffSuspensionView> {
    return this.#suspend(staff, { kind: 'account', id }, body);
  }

  @Post('businesses/:id/suspensions')
  @SerializeOptions({ schema: StaffSuspensionView })
  suspendBusiness(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SuspensionRequest }) body: SuspensionRequest,
  ): Promise<StaffSuspensionView> {
    return this.#suspend(staff, { kind: 'business', id }, body);
  }

  @Post('people/:id/impersonations')
  @SerializeOptions({ schema: ImpersonationView })
  async impersonate(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ReasonRequest }) { reason }: ReasonRequest,
    @Req() request: FastifyRequest,
  ): Promise<ImpersonationView> {
    const session = this.cookie.read(request) ?? '';
    return onWire(await this.impersonating.run(staff, { accountId: id, reason, session }));
  }

  async #suspend(
    staff: Staff,
    of: { kind: 'account' | 'business'; id: string },
    { until, ...body }: SuspensionRequest,
  ) {
    const end = until === undefined ? {} : { until: new Date(until) };
    return presentSuspension(staff, await this.suspending.run(staff, { of, ...body, ...end }), this.clock.now());
  }
}
