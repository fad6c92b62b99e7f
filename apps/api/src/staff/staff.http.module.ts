import { AuditModule } from '@app/audit';
import { IdentityModule } from '@app/identity';
import { StaffModule } from '@app/staff';
import { Module } from '@nestjs/common';

import { AuthModule } from '../auth/auth.module.ts';
import { OwnSuspensionsController } from './own-suspensions.controller.ts';
import { StaffMoneyController } from './staff-money.controller.ts';
import { StaffOperationsController } from './staff-operations.controller.ts';
import { StaffPeopleController } from './staff-people.controller.ts';
import { StaffPoliciesController } from './staff-policies.controller.ts';
import { StaffSearchController } from './staff-search.controller.ts';
import { StaffSuspensionsController } from './staff-suspensions.controller.ts';

@Module({
  imports: [AuthModule, AuditModule, IdentityModule, StaffModule],
  controllers: [
    StaffSearchController,
    StaffPeopleController,
    StaffSuspensionsController,
    StaffMoneyController,
    StaffPoliciesController,
    StaffOperationsController,
    OwnSuspensionsController,
  ],
})
export class StaffHttpModule {}
